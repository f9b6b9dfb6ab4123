import fc from "fast-check";
import type { Pick } from "./changes.ts";

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Seconds between two lines, around each limit of the rules. */
const GAPS = [
  ...[1, 5, 14, 15, 16, 59, 60, 61, 120, 299, 300, 301, 300, 301],
  ...[5 * MINUTE, 10 * MINUTE, 30 * MINUTE, 30 * MINUTE, 59 * MINUTE, HOUR, HOUR, 2 * HOUR, 6 * HOUR],
  ...[DAY - HOUR, DAY, 25 * HOUR, 3 * DAY, 31 * DAY],
];

export const pick: fc.Arbitrary<Pick> = fc.record({
  connection: fc.nat(11),
  calendar: fc.nat(11),
  how: fc.nat(59),
});
const which = fc.nat(999);
/** Which event types come with an answer: none, those that there are, or distorted ones. */
const eventTypes = fc.record({ read: fc.nat(19), which, how: fc.nat(59) });
const times = fc.integer({ min: 2, max: 7 });

export const step = fc.record({
  gap: fc.constantFrom(...GAPS),
  changes: fc.array(fc.record({ which, pick }), { maxLength: 2 }),
  eventChanges: fc.array(fc.record({ which, pick }), { maxLength: 1 }),
  eventTypes,
  line: fc.oneof(
    { weight: 20, arbitrary: fc.constant({ type: "answer" as const }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("distorted" as const), which, pick }) },
    { weight: 3, arbitrary: fc.record({ type: fc.constant("failure" as const), which }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("outage" as const), which, times }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant("flapping" as const), pick, times }) },
    {
      weight: 6,
      arbitrary: fc.record({ type: fc.constant("do" as const), which, pick, follow: fc.boolean() }),
    },
  ),
});
/** What happens before a line, and what the line is. */
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
