import type { Finding } from "../../status/finding.ts";
import type { Memory } from "../../status/memory.ts";
import type { Subject } from "../../status/subject.ts";
import { shownFindings } from "../../status/summary.ts";
import { fingerprint } from "../fingerprint.ts";
import type { StandIns } from "../stand-ins.ts";
import { connectionName, more } from "./calendars.ts";
import { utc } from "./times.ts";

const MOST = 100;

/** The findings that are shown, worst first. */
export function findingLines(memory: Memory, names: StandIns): string[] {
  const findings = shownFindings(memory);
  return [
    `  Findings: ${findings.length}`,
    ...findings.slice(0, MOST).map((finding) => `    ${findingLine(finding, names)}`),
    ...more(findings.length - MOST, "findings"),
  ];
}

function findingLine(finding: Finding, names: StandIns): string {
  const { level, kind, subject, confirmed, expected, since } = finding;
  const standing = `${confirmed ? "confirmed" : "suspected"}${expected ? ", expected" : ""}`;
  return `${level} ${kind} of ${subjectName(subject, names)}: ${standing}, since ${utc(since)}`;
}

function subjectName(subject: Subject, names: StandIns): string {
  switch (subject.type) {
    case "account":
      return "the account";
    case "destination":
      return "the destination";
    case "connection":
      return connectionName(subject, names);
    case "calendar":
      return `${names.calendar(fingerprint(subject.externalId))} in ${connectionName(subject, names)}`;
  }
}
