import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  connection,
  DANA,
  danas,
  delegated,
  google,
  type Json,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import {
  after,
  connectionOf,
  MINUTE,
  type Printed,
  type Replay,
} from "../../../tests/support/unit/replay.ts";

const TEAM = calendar("team");
const OLD = google(20, primary(DANA), TEAM);
const NEW = google(21, primary(DANA), TEAM);
const OLD_BROKEN = broken(OLD, REVOKED);
const caldav = (id: number, ...calendars: unknown[]): Json => ({
  ...connection("caldav_calendar", id, calendars),
  primary: null,
});

/** What each broken connection says stands for it, in the order of their ids. */
function successors({ findings }: Printed): unknown[] {
  return findings
    .filter(({ kind }) => kind === "connection-error")
    .map((finding) => ("replacedBy" in finding ? finding.replacedBy : null));
}

const printed = (replay: Replay, body: unknown) => replay.print({ status: 200, body });

describe("a broken connection with a working one of the same account beside it", () => {
  it("stays broken and names the other, which is no news", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN));
    const shown = printed(replay, danas(OLD_BROKEN, NEW));
    expect(successors(shown)).toEqual([connectionOf(21)]);
    expect(shown).toMatchObject({ badge: "1", notify: [{ kind: "destination-broken", recovered: true }] });
    expect(printed(replay.wait(MINUTE), danas(OLD_BROKEN, NEW)).notify).toEqual([]);
  });

  it("does so whichever was there first", () => {
    expect(successors(printed(after(danas(NEW), danas(OLD, NEW)), danas(OLD_BROKEN, NEW)))).toEqual([
      connectionOf(21),
    ]);
    expect(successors(printed(after(danas(OLD, NEW)), danas(OLD, broken(NEW, REVOKED))))).toEqual([
      connectionOf(20),
    ]);
  });

  it("does so while it is only suspected to be broken", () => {
    expect(successors(printed(after(danas(OLD, NEW)), danas(broken(OLD), NEW)))).toEqual([connectionOf(21)]);
  });

  it("does not while the other is broken, of another app, or of another account", () => {
    const replay = after(danas(OLD));
    expect(successors(printed(replay, danas(OLD_BROKEN, broken(NEW, REVOKED))))).toEqual([null, null]);
    const others = [outlook(22, primary(DANA), TEAM), google(23, primary("other"))];
    expect(successors(printed(replay, danas(OLD_BROKEN, ...others)))).toEqual([null]);
  });

  it("is known by its selected calendars where no main one is", () => {
    const before = danas(caldav(20, calendar("a"), calendar("b"), unselected("c")));
    const old = broken(caldav(20), REVOKED);
    const all = caldav(21, calendar("a"), unselected("b"));
    expect(successors(printed(after(before), danas(old, all)))).toEqual([connectionOf(21)]);
    const some = caldav(21, calendar("a"), calendar("c"));
    expect(successors(printed(after(before), danas(old, some)))).toEqual([null]);
  });

  it("is not known by calendars of which none was selected", () => {
    const old = caldav(20, unselected("a"));
    const shown = printed(after(danas(old)), danas(broken(old, REVOKED), caldav(21, calendar("a"))));
    expect(successors(shown)).toEqual([null]);
  });

  it("is known by the same main calendar first, then by the lowest id", () => {
    const list = [google(15, primary("x"), calendar(DANA), TEAM), google(32, primary(DANA)), NEW];
    expect(successors(printed(after(danas(OLD)), danas(OLD_BROKEN, ...list)))).toEqual([connectionOf(21)]);
    const twins = [delegated(NEW, "b"), delegated(NEW, "a"), NEW];
    expect(successors(printed(after(danas(OLD)), danas(OLD_BROKEN, ...twins)))).toEqual([
      connectionOf(-1, "a"),
    ]);
  });

  it("that never worked is known by any of its app that came after it", () => {
    const replay = after(danas(outlook(212), OLD_BROKEN));
    const shown = printed(replay, danas(outlook(212), OLD_BROKEN, google(21, primary("other"))));
    expect(successors(shown)).toEqual([connectionOf(21)]);
  });

  it("that never worked is not known by one that was there before it, or came with it", () => {
    const other = google(10, primary("other"));
    expect(
      successors(printed(after(danas(other), danas(other, OLD_BROKEN)), danas(other, OLD_BROKEN))),
    ).toEqual([null]);
    expect(successors(printed(after(danas(other, OLD_BROKEN)), danas(other, OLD_BROKEN)))).toEqual([null]);
  });
});

describe("the calendars of the two", () => {
  it("are judged in the one that works alone", () => {
    const flagged = google(20, primary(DANA), unselected("x", { readOnly: true }));
    const again = google(21, primary(DANA), unselected("x"));
    const replay = after(danas(flagged), danas(broken(flagged, REVOKED)));
    expect(replay.answer(danas(broken(flagged, REVOKED), again)).findings).toEqual([
      "error connection-error 20",
      "notice not-selected 21 x",
    ]);
  });

  it("are not said to be unchecked, lost or gone while any that works has them selected", () => {
    const rota = google(20, primary(DANA), calendar("rota"), unselected("x", { primary: true }));
    const other = google(30, primary("other"), calendar("rota"), calendar("x"));
    const answer = (...connections: unknown[]) => answerOf(connections, 5);
    const replay = after(answer(rota, other));
    expect(replay.answer(answer(broken(rota), other)).findings).toEqual(["error connection-error 20?"]);
    expect(replay.wait(5 * MINUTE).answer(answer(other)).findings).toEqual([
      "error connection-error 20?",
      "warning connection-gone 20?",
    ]);
    expect(replay.answer(answer(rota, other))).toMatchObject({
      findings: ["warning not-selected 20 x"],
      notify: [],
    });
  });

  it("are so while the other is only suspected", () => {
    const flagged = google(20, primary(DANA), unselected("x", { readOnly: true }));
    const replay = after(danas(flagged, google(21, primary(DANA), unselected("x"))));
    const during = danas(broken(flagged), google(21, primary(DANA), unselected("x")));
    expect(replay.answer(during).findings).toEqual([
      "error connection-error 20?",
      "notice not-selected 21 x",
    ]);
  });

  it("leave nothing selected when the one that works has none, though the other had", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN));
    const again = google(21, primary(DANA, { isSelected: false }), unselected("team"));
    expect(replay.answer(danas(OLD_BROKEN, again))).toMatchObject({
      findings: [
        "error connection-error 20",
        `warning not-selected 21 ${DANA}`,
        "warning nothing-selected",
        "notice not-selected 21 team",
      ],
      notify: [`not-selected 21 ${DANA}`, "nothing-selected", "recovered destination-broken"],
    });
  });

  it("that only the broken one had still count as last known", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN));
    const again = google(21, primary(DANA, { isSelected: false }));
    expect(replay.answer(danas(OLD_BROKEN, again)).findings).toEqual([
      "error connection-error 20",
      "warning connection-unchecked 21",
      `warning not-selected 21 ${DANA}`,
    ]);
  });
});
