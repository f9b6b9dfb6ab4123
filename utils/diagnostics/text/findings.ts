import { shownFindings } from "../../core/findings/summary.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Pseudonyms } from "../pseudonyms.ts";
import { connectionName, more } from "./calendars.ts";
import { utc } from "./servers.ts";

const MOST = 100;

/** The findings that are shown, worst first. */
export function findingLines(state: AccountState, names: Pseudonyms): string[] {
  const findings = shownFindings(state);
  return [
    `  Findings: ${findings.length}`,
    ...findings.slice(0, MOST).map((finding) => `    ${findingLine(finding, names)}`),
    ...more(findings.length - MOST, "findings"),
  ];
}

function findingLine(finding: Finding, names: Pseudonyms): string {
  const { level, kind, subject, confirmed, acknowledged, since } = finding;
  const standing = `${confirmed ? "confirmed" : "suspected"}${acknowledged ? ", expected" : ""}`;
  return `${level} ${kind} of ${subjectName(subject, names)}: ${standing}, since ${utc(since)}`;
}

function subjectName(subject: Subject, names: Pseudonyms): string {
  switch (subject.type) {
    case "account":
      return "the account";
    case "destination":
      return "the destination";
    case "eventType":
      return `event type ${subject.id}`;
    case "connection":
      return connectionName(subject, names);
    case "calendar":
      return `${names.calendar(fingerprint(subject.externalId))} in ${connectionName(subject, names)}`;
  }
}
