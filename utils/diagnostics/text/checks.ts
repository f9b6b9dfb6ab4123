import { type ChecksLog, isCheck, type LoggedCheck } from "../../core/model/checks-log.ts";
import type { NotRead } from "../details.ts";
import { utc } from "./times.ts";

const MOST = 50;

/** The last checks with time, duration and what came of them, newest first. */
export function checksLines(log: ChecksLog | NotRead): string[] {
  if (log === "missing") return ["  Last checks: none"];
  if (typeof log === "string") return [`  Last checks: the record is ${log}`];
  const checks = log.entries.filter(isCheck).slice(-MOST).reverse();
  return [
    `  Last checks: ${checks.length}`,
    ...(log.outcomesOnly ? ["    The answers are too large to be kept, so there is no recording."] : []),
    ...checks.map((check) => `    ${utc(check.at)}  ${`${check.ms} ms`.padStart(9)}  ${outcomeOf(check)}`),
  ];
}

function outcomeOf({ outcome, status, wait, answer }: LoggedCheck): string {
  if (outcome === "answer") return answer ? "answer (new)" : "answer";
  const http = status === undefined ? "" : ` (HTTP ${status})`;
  return `${outcome}${http}${wait === undefined ? "" : `, asked to wait ${Math.ceil(wait)} s`}`;
}
