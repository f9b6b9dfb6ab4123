import type { IncomingHttpHeaders } from "node:http";

const OLDEST = "2024-04-15";

const KNOWN = [
  OLDEST,
  "2024-06-11",
  "2024-06-14",
  "2024-08-13",
  "2024-09-04",
  "2026-02-25",
  "2026-05-01",
] as const;

/** The version that a request asks for; one that is missing or unknown means the oldest. */
export function apiVersion(headers: IncomingHttpHeaders): string {
  const sent = headers["cal-api-version"];
  return KNOWN.find((version) => version === sent) ?? OLDEST;
}
