import { describe, expect, it } from "vitest";
import {
  broken,
  danas,
  delegated,
  google,
  ORGANISATION,
  outlook,
  primary,
  REVOKED,
  without,
} from "../../../tests/fixtures/bodies.ts";
import { after, Replay } from "../../../tests/support/unit/replay.ts";

const OTHER = "0c8e1b6e-0000-4f0b-9c35-1d5f6d8f5a10";
const NO_PRIMARY = "No primary calendar found";

/** Cal.com leaves the key out of this one error. */
const keyless = (of: Record<string, unknown>) => without(broken(of, NO_PRIMARY), "delegationCredentialId");

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

  describe("when one of two is known to be gone", () => {
    const [one, two] = [delegated(google(0)), delegated(google(0, primary("b")), OTHER)];
    const withoutTwo = danas(one, outlook(212));
    const gone = () => after(danas(one, two, outlook(212)), withoutTwo, withoutTwo);

    it("is the other one, if the answer lacks that, too", () => {
      expect(gone().answer(danas(keyless(one), outlook(212))).findings).toEqual([
        `error connection-error -1/${ORGANISATION}`,
        "error destination-broken",
        `warning connection-gone -1/${OTHER}`,
      ]);
    });

    it("is the one that was gone, if the other is there", () => {
      expect(gone().answer(danas(one, keyless(two), outlook(212))).findings).toEqual([
        `error connection-error -1/${OTHER}`,
      ]);
    });
  });

  it("is never one of another credential", () => {
    const replay = after(danas(google(135), google(136, primary("b"))));
    const [, ...rest] = replay.answer(
      danas(keyless(google(137, primary("c"))), google(136, primary("b"))),
    ).findings;
    expect(rest).toContain("warning connection-gone 135?");
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
