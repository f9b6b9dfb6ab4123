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
  ORGANISATION,
  outlook,
  primary,
  REVOKED,
  unselected,
  without,
} from "../../../tests/fixtures/bodies.ts";
import { after, Replay } from "../../../tests/support/unit/replay.ts";

const OTHER = "0c8e1b6e-0000-4f0b-9c35-1d5f6d8f5a10";
const NO_PRIMARY = "No primary calendar found";

/** Cal.com leaves the key out of this one error. */
const keyless = (of: Record<string, unknown>) => without(broken(of, NO_PRIMARY), "delegationCredentialId");

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

describe("an entry that lacks the key delegationCredentialId", () => {
  it("is the remembered connection without one", () => {
    const replay = after(danas(google(135)));
    expect(replay.answer(danas(keyless(google(135)))).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
  });

  it("is the organisation's connection that the answer otherwise lacks", () => {
    const replay = after(danas(delegated(google(0)), outlook(212)));
    expect(replay.answer(danas(keyless(delegated(google(0))), outlook(212))).findings).toEqual([
      `error connection-error -1/${ORGANISATION}`,
      "error destination-broken",
    ]);
  });

  it("is the one of two that the answer otherwise lacks", () => {
    const [one, two] = [delegated(google(0)), delegated(google(0, primary("b")), OTHER)];
    const replay = after(danas(one, two));
    expect(replay.answer(danas(one, keyless(two))).findings).toEqual([`error connection-error -1/${OTHER}`]);
  });

  it("is none of two that the answer lacks", () => {
    const [one, two] = [delegated(google(0)), delegated(google(0, primary("b")), OTHER)];
    const replay = after(danas(one, two));
    expect(replay.answer(danas(keyless(one), outlook(212))).findings).toEqual([
      "error connection-error -1",
      "error destination-broken?",
      `warning connection-gone -1/${OTHER}?`,
      `warning connection-gone -1/${ORGANISATION}?`,
    ]);
  });

  it("is never one of another type", () => {
    const replay = after(danas(google(135), delegated(outlook(0))));
    expect(replay.answer(danas(google(135), keyless(delegated(google(0))))).findings).toEqual([
      "error connection-error -1",
      `warning connection-gone -1/${ORGANISATION}?`,
    ]);
  });

  it("is, broken at the very first, the one that comes back whole, and has recovered", () => {
    const organisation = delegated(google(0));
    const replay = after(danas(keyless(organisation)));
    const back = replay.answer(danas(organisation));
    expect(back.findings).toEqual([]);
    expect(back.notify).toContain("recovered connection-error -1");
    expect(replay.wait(60).answer(danas(organisation)).findings).toEqual([]);
  });

  describe("and could have been either of two", () => {
    const [one, two] = [delegated(google(0)), delegated(google(0, primary("b")), OTHER)];
    const either = () => after(danas(one, two, outlook(212)), danas(keyless(one), outlook(212)));
    const both = () => after(danas(one, two, outlook(212)), danas(keyless(one), keyless(two), outlook(212)));

    it.each([
      ["one entry", either],
      ["two entries", both],
    ])("was one of them when they are back, and has recovered: of %s", (_, begin) => {
      const replay = begin();
      const back = replay.answer(danas(one, two, outlook(212)));
      expect(back.findings).toEqual([]);
      expect(back.notify).toContain("recovered connection-error -1");
      expect(replay.wait(60).answer(danas(one, two, outlook(212))).findings).toEqual([]);
    });

    it("has not when one that is back is broken, which is said of that alone", () => {
      const replay = both();
      const back = replay.answer(danas(one, broken(two, REVOKED), outlook(212)));
      expect(back.findings).toEqual([`error connection-error -1/${OTHER}`]);
      expect(back.notify).toEqual([`connection-error -1/${OTHER}`]);
    });

    it("is missed as any other while neither is back", () => {
      expect(
        both()
          .wait(60)
          .answer(danas(outlook(212))).findings,
      ).toContain("warning connection-gone -1?");
    });
  });

  it("is missed as any other when it stood beside the one that it could have been", () => {
    const organisation = delegated(google(0));
    const replay = after(danas(organisation, keyless(google(-1)), outlook(212)));
    expect(replay.wait(60).answer(danas(organisation, outlook(212))).findings).toEqual([
      "error connection-error -1",
      "warning connection-gone -1?",
    ]);
  });

  it("is a connection without one when nothing is remembered", () => {
    expect(new Replay().answer(danas(google(135), keyless(google(136)))).findings).toEqual([
      "error connection-error 136",
    ]);
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
