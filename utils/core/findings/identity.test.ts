import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  connection,
  DANA,
  danas,
  delegated,
  destination,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, Replay } from "../../../tests/support/unit/replay.ts";

const OTHER = "0c8e1b6e-0000-4f0b-9c35-1d5f6d8f5a10";

describe("connections", () => {
  it("with one credentialId and different types are two", () => {
    const feed = connection("ics-feed_calendar", 2, [calendar("https://feeds.example.com/a.ics")]);
    const replay = after(danas(google(2), feed));
    expect(replay.answer(danas(google(2), broken(feed, REVOKED))).findings).toEqual([
      "error connection-error 2",
    ]);
  });

  it("of two organisations' credentials are two", () => {
    const [one, two] = [delegated(google(0)), delegated(google(0, primary("b")), OTHER)];
    const replay = after(danas(one, two));
    expect(replay.answer(danas(one, broken(two, REVOKED))).findings).toEqual([
      `error connection-error -1/${OTHER}`,
    ]);
  });

  it("listed twice are one, and broken if either is", () => {
    const replay = after(danas(google(135)));
    expect(replay.answer(danas(google(135), broken(google(135), REVOKED))).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
  });

  it("listed twice and healthy have the calendars of both", () => {
    const replay = after(danas(google(135, primary(DANA), calendar("team"))));
    expect(replay.answer(danas(google(135), google(135, calendar("team")))).findings).toEqual([]);
  });

  it("may come in any order", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(outlook(212), google(135)))).toMatchObject({ findings: [], notify: [] });
  });
});

describe("calendars with one externalId in one connection", () => {
  const flagsOf = (...calendars: readonly unknown[]) =>
    new Replay().answer(danas(google(135, primary(DANA), ...calendars))).findings;

  it("are one that is selected if either is", () => {
    expect(flagsOf(unselected("x"), calendar("x"))).toEqual([]);
    expect(flagsOf(calendar("x"), unselected("x"))).toEqual([]);
  });

  it("are one that is primary if either is", () => {
    expect(flagsOf(unselected("x"), unselected("x", { primary: true }))).toEqual([
      "warning not-selected 135 x",
    ]);
    expect(flagsOf(unselected("x", { primary: true }), unselected("x"))).toEqual([
      "warning not-selected 135 x",
    ]);
  });

  it("are one that is read-only if both are", () => {
    const readOnly = calendar("x", { readOnly: true });
    expect(flagsOf(readOnly, calendar("x"))).toEqual([]);
    expect(flagsOf(calendar("x"), readOnly)).toEqual([]);
    expect(flagsOf(readOnly, readOnly)).toEqual(["notice read-only 135 x"]);
  });

  it("have one name, whichever comes first: a calendar that moves is known by it", () => {
    const before = danas(google(135, primary(DANA), calendar("old", { name: "A" })));
    const twins = [calendar("new", { name: "A" }), calendar("new", { name: "B" })];
    const [one, other] = [twins, twins.toReversed()].map(
      (calendars) => after(before).answer(danas(google(135, primary(DANA), ...calendars))).findings,
    );
    expect(one).toEqual([]);
    expect(other).toEqual(one);
  });

  it("are one that is selected if either is, for what it stands for, too", () => {
    const old = google(20, primary(DANA), unselected("x", { primary: true }));
    const replay = () => after(danas(old), danas(broken(old, REVOKED)));
    const twins = [google(21, primary(DANA), unselected("x")), google(21, primary(DANA), calendar("x"))];
    for (const entries of [twins, twins.toReversed()])
      expect(replay().answer(danas(...entries)).notify).toContain("recovered not-selected 20 x");
  });

  it("are two in two connections, but counted as one", () => {
    const shared = unselected("shared");
    const shown = new Replay().answer(
      danas(google(135, primary(DANA), shared), google(136, calendar("b"), shared)),
    );
    expect(shown.findings).toEqual(["notice not-selected 135 shared", "notice not-selected 136 shared"]);
    expect(shown.badge).toBe("1");
  });
});

it("two subjects that print alike are counted apart and sorted by integration type", () => {
  const twins = [outlook(2), google(2)].map((of) => broken(of, REVOKED));
  const shown = new Replay().answer(
    answerOf(twins, destination(DANA, "google_calendar", { credentialId: 2 })),
  );
  expect(shown.findings).toEqual([
    "error connection-error 2",
    "error connection-error 2",
    "error destination-broken",
  ]);
  expect(shown.badge).toBe("3");
});
