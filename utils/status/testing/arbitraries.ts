import fc from "fast-check";
import {
  answerOf,
  broken,
  calendar,
  connection,
  DANA,
  delegated,
  destination,
  GENERIC,
  type Json,
  ORGANISATION,
  REVOKED,
  rejection,
} from "./bodies.ts";

/** Few names, so that what one answer says meets what another said. */
const NAMES = [DANA, "team", "holidays"];
const TYPES = ["google_calendar", "office365_calendar", "ics-feed_calendar"];
const IDS = [135, 136, 212];
const MESSAGES = [GENERIC, REVOKED, "", "Quota exceeded", "No primary calendar found"];

const calendars = fc.uniqueArray(
  fc
    .record({
      externalId: fc.constantFrom(...NAMES),
      primary: fc.constantFrom(true, null),
      readOnly: fc.boolean(),
      isSelected: fc.boolean(),
    })
    .map(({ externalId, ...flags }) => calendar(externalId, flags)),
  { minLength: 1, maxLength: 3, selector: ({ externalId }) => externalId },
);

/** A healthy connection, with a credential of its own or an organisation's. */
export const healthyConnection = fc
  .tuple(fc.constantFrom(...TYPES), fc.constantFrom(...IDS), calendars, fc.boolean())
  .map(([type, id, list, isDelegated]) => {
    const own = connection(type, id, list);
    return isDelegated ? delegated(own, `${ORGANISATION}-${id}`) : own;
  });

const identityOf = ({ integration, credentialId, delegationCredentialId }: Json) =>
  JSON.stringify([(integration as Json).type, credentialId, delegationCredentialId]);

export const healthyConnections = fc.uniqueArray(healthyConnection, { maxLength: 4, selector: identityOf });

const entry = fc.oneof(
  { weight: 5, arbitrary: healthyConnection },
  {
    weight: 3,
    arbitrary: fc
      .tuple(healthyConnection, fc.constantFrom(...MESSAGES))
      .map(([of, message]) => broken(of, message)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, {}, { credentialId: 135 }, { integration: { type: TYPES[0] } }),
  },
);

export const destinationRow = fc
  .tuple(
    fc.constantFrom(...NAMES, "elsewhere", ""),
    fc.constantFrom(...TYPES, ""),
    fc.constantFrom(...IDS, null),
  )
  .map(([name, type, credentialId]) => destination(name, type, { credentialId }));

/** Bodies that Cal.com could send. */
export const body = fc
  .tuple(fc.array(entry, { maxLength: 4 }), fc.oneof(destinationRow, fc.constantFrom({}, null)))
  .map(([entries, row]) => answerOf(entries, row));

/** Bodies in which one value, anywhere, is something else. */
const mutatedBody = fc
  .tuple(body, fc.nat(), fc.jsonValue({ maxDepth: 2 }))
  .map(([whole, place, value]) => replaced(whole, place, value));

function replaced(whole: Json, place: number, value: unknown): unknown {
  const copy = structuredClone(whole);
  const slots: [Json, string][] = [];
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      slots.push([node as Json, key]);
      visit((node as Json)[key]);
    }
  };
  visit(copy);
  const [parent, key] = slots[place % slots.length] ?? [copy, "data"];
  parent[key] = value;
  return copy;
}

const answerLine = fc.oneof(
  { weight: 6, arbitrary: body.map((body) => ({ status: 200, body })) },
  { weight: 4, arbitrary: mutatedBody.map((body) => ({ status: 200, body })) },
  { weight: 1, arbitrary: fc.jsonValue().map((body) => ({ status: 200, body })) },
);

const failureLine = fc.oneof(
  fc.constantFrom("offline", "dns", "tls", "reset", "timeout", "redirect").map((network) => ({ network })),
  fc.record({
    status: fc.integer({ min: 100, max: 599 }),
    text: fc.oneof(fc.string(), fc.constant("<html>")),
    headers: fc.dictionary(fc.constantFrom("Retry-After", "X-RateLimit-Reset-Default"), fc.string()),
  }),
);

const subject = fc.oneof(
  fc.constantFrom<Json>({ type: "account" }, { type: "destination" }),
  fc.constantFrom(...IDS).map((credentialId) => ({ type: "connection", credentialId })),
  fc
    .tuple(fc.constantFrom(...IDS), fc.constantFrom(...NAMES))
    .map(([credentialId, externalId]) => ({ type: "calendar", credentialId, externalId })),
);

const reference = fc.record({ externalId: fc.constantFrom(...NAMES), credentialId: fc.constantFrom(...IDS) });

const act = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        "key-rejected",
        "connection-error",
        "connection-gone",
        "calendar-gone",
        "selection-lost",
        "not-selected",
        "read-only",
        "destination-changed",
      ),
      subject,
    )
    .map(([kind, subject]): Json => ({ expect: kind, subject })),
  reference.map((ref): Json => ({ select: ref })),
  reference.map((ref): Json => ({ unselect: ref })),
  fc
    .record({ integration: fc.constantFrom(...TYPES), externalId: fc.constantFrom(...NAMES) })
    .map((setDestination): Json => ({ setDestination })),
  fc.constantFrom<Json>(
    { keepDestination: true },
    { snoozeUntil: "2026-01-05T12:00:00Z" },
    { snoozeUntil: "2026-01-01T00:00:00Z" },
  ),
);

/** Lines of the replay tool, without `at`. */
export const line = fc.oneof(
  { weight: 8, arbitrary: answerLine },
  { weight: 1, arbitrary: failureLine },
  { weight: 1, arbitrary: fc.constant({ status: 401, body: rejection() }) },
  { weight: 3, arbitrary: act.map((done) => ({ do: done })) },
);

/** Seconds between two lines: mostly around the moments at which something changes. */
export const pause = fc.constantFrom(0, 1, 14.999, 15, 60, 1800, 7201, 86_400, 2_592_001);

export const story = fc.array(fc.tuple(pause, line), { maxLength: 12 });

/** The same value with the keys of its objects and the entries of its lists of connections and calendars in another order. */
export function shuffled(value: unknown, seed: number): unknown {
  let state = seed + 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const mix = <T>(list: readonly T[]): T[] =>
    list
      .map((one) => [random(), one] as const)
      .sort(([a], [b]) => a - b)
      .map(([, one]) => one);
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return mix(node).map(visit);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(mix(Object.entries(node)).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(value);
}
