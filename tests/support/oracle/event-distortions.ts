import type { Json } from "./json.ts";

type Distortion = (eventTypes: Json[], at: number, how: number) => unknown;

const list = (data: unknown[]) => ({ status: "success", data });
const changed = (eventTypes: Json[], at: number, change: Json) =>
  list(eventTypes.map((it, index) => (index === at ? { ...it, ...change } : it)));

const DISTORTIONS: readonly Distortion[] = [
  // No list at all.
  (_, __, how) =>
    [
      { status: "error", error: { code: "UnauthorizedException", message: "insufficient_scope" } },
      { status: "success", data: {} },
      { data: [] },
      [],
      null,
      "<html>",
      { status: "success" },
    ][how % 7],
  // An entry without an id, beside the others or instead of one.
  (eventTypes, at, how) => {
    const bad = [null, {}, { id: "7" }, { id: 7.5 }, 5][how % 5];
    return list(
      how % 2 === 0 ? [...eventTypes, bad] : eventTypes.map((it, index) => (index === at ? bad : it)),
    );
  },
  // A calendar of its own that can't be read.
  (eventTypes, at, how) =>
    changed(eventTypes, at, { destinationCalendar: ["dana@example.com", 5, [], true][how % 4] }),
  // None, said in another way.
  (eventTypes, at, how) =>
    changed(eventTypes, at, {
      destinationCalendar: [null, {}, { integration: "", externalId: "" }, { externalId: " " }][how % 4],
    }),
  (eventTypes) => list([...eventTypes].reverse()),
];

/** Makes an answer with event types that Cal.com should not give. */
export function distortEventTypes(eventTypes: Json[], which: number, how: number): unknown {
  const at = how % Math.max(1, eventTypes.length);
  return DISTORTIONS[which % DISTORTIONS.length]?.(eventTypes, at, Math.floor(how / 2));
}
