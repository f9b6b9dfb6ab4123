import { spawnSync } from "node:child_process";
import { inOrder, type ToldFinding } from "./details-view.ts";

interface Subject {
  type: "account" | "destination" | "connection" | "calendar";
  credentialId?: number | null;
  externalId?: string;
}

type Finding = Omit<ToldFinding, "subject"> & { subject: Subject };

export interface Replayed {
  status: number | null;
  stderr: string;
  /** What is shown in the end. */
  findings: ToldFinding[];
}

/** Plays a recording with the replay tool. */
export function replayed(recording: string): Replayed {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dev/replay/main.ts", "-"], {
    input: recording,
    encoding: "utf8",
  });
  const last = stdout.trim().split("\n").at(-1) || "{}";
  const { findings = [] } = JSON.parse(last) as { findings?: Finding[] };
  const told = findings.map((finding) => ({ ...finding, subject: nameOf(finding.subject) }));
  return { status, stderr, findings: inOrder(told) };
}

function nameOf({ type, credentialId, externalId }: Subject): string {
  switch (type) {
    case "account":
    case "destination":
      return `the ${type}`;
    case "connection":
      return `connection ${credentialId ?? "unknown"}`;
    case "calendar":
      return `${externalId} in connection ${credentialId ?? "unknown"}`;
  }
}
