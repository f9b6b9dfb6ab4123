import fc from "fast-check";
import { picked } from "./changes.ts";
import { addEventType } from "./event-changes.ts";
import { pick, type Step, step } from "./steps.ts";
import { Teller } from "./teller.ts";
import { World, type WorldCalendar } from "./world.ts";

const TYPES = [
  "google_calendar",
  "office365_calendar",
  "google_calendar",
  "apple_calendar",
  "caldav_calendar",
  "ics-feed_calendar",
];
const DAY_AND_HOUR = 25 * 3600;
const NAMES = ["Calendar", "Team", "Team", "", null, "Work"];
const setUp = fc.record({
  connections: fc.array(
    fc.record({
      type: fc.nat(5),
      calendars: fc.integer({ min: 1, max: 3 }),
      delegated: fc.nat(5),
      flags: fc.nat(63),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  destination: pick,
  eventTypes: fc.array(pick, { maxLength: 3 }),
  /** One in four leaves the destination alone; one in six begins with something else than a good answer. */
  rewrites: fc.nat(3),
  begins: fc.nat(5),
  broken: fc.nat(9),
});

/** Whole timelines of an account, as lines of a recording. */
export const timelines: fc.Arbitrary<string[]> = fc
  .tuple(setUp, fc.array(step, { minLength: 3, maxLength: 29, size: "max" }), fc.nat(49))
  .map(([start, steps, month]) => linesOf(start, steps, month === 49));

function linesOf(
  start: typeof setUp extends fc.Arbitrary<infer T> ? T : never,
  steps: Step[],
  month: boolean,
) {
  const world = new World();
  for (const [index, { type, calendars, delegated, flags }] of start.connections.entries())
    connect(world, index, TYPES[type] ?? "", calendars, delegated === 0, flags);
  world.rewrites = start.rewrites !== 0;
  const [connection, calendar] = picked(world, start.destination);
  if (connection !== undefined && calendar !== undefined && start.destination.how % 5 !== 0)
    world.pointTo(connection, calendar.externalId);
  for (const one of start.eventTypes) addEventType(world, one);
  const told = new Teller(world);
  if (start.broken === 0 && connection !== undefined) connection.fault = "Could not get connected calendars";
  if (start.begins !== 0) told.tell(answerAfter(0));
  for (const one of steps) told.tell(one);
  for (let day = 0; day < (month ? 32 : 1); day += 1) told.tell(answerAfter(DAY_AND_HOUR));
  return told.lines;
}

/** A plain answer with the event types beside it. */
function answerAfter(gap: number): Step {
  const eventTypes = { read: 10, which: 0, how: 0 };
  return { gap, changes: [], eventChanges: [], eventTypes, line: { type: "answer" } };
}

function connect(
  world: World,
  index: number,
  type: string,
  count: number,
  delegated: boolean,
  flags: number,
): void {
  const calendars = Array.from({ length: count }, (_, nth): WorldCalendar => {
    const externalId = nth === 0 ? `dana-${index}@example.com` : `team-${index}-${nth}`;
    // Most are selected and writable.
    if ((flags + nth) % 4 !== 0) world.selected.add(externalId);
    return {
      externalId,
      name: NAMES[(flags + 5 * nth + index) % NAMES.length] ?? null,
      primary: nth === 0 && (type === "google_calendar" || type === "office365_calendar"),
      readOnly: (flags >> nth) % 7 === 0,
      vanished: false,
    };
  });
  world.add(type, calendars, delegated && type === "google_calendar" ? `d-${index}` : null);
}
