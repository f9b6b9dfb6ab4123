import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
  without,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const UNREADABLE = [null, 5, "x", [], {}, { integration: "google_calendar" }, { credentialId: "135" }];

describe("an entry of which nothing can be read", () => {
  it.each(UNREADABLE.map((entry) => [entry]))("like %j may be any connection that is missing", (entry) => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(google(135), entry)).findings).toEqual(["error connection-error 212?"]);
  });

  it("may be each of several", () => {
    const replay = after(danas(google(135), outlook(212), outlook(213, primary("o"))));
    expect(replay.answer(danas(google(135), null)).findings).toEqual([
      "error connection-error 212?",
      "error connection-error 213?",
    ]);
    expect(replay.wait(5 * MINUTE).answer(danas(google(135), null)).notify).toEqual([
      "connection-error 212",
      "connection-error 213",
    ]);
  });

  it("is a subject of its own when none is missing", () => {
    const replay = after(danas(google(135)));
    expect(replay.answer(danas(google(135), {})).findings).toEqual(["error connection-error null?"]);
    expect(replay.wait(5 * MINUTE).answer(danas(google(135), 7)).notify).toEqual(["connection-error null"]);
  });

  it("has recovered when every entry can be read again", () => {
    const replay = after(danas(google(135)), danas(google(135), {}), danas(google(135), {}));
    expect(replay.answer(danas(google(135)))).toMatchObject({
      findings: [],
      notify: ["recovered connection-error null"],
    });
  });

  it("is hidden while it stands for one that is missing, and is no news after that", () => {
    const both = danas(google(135), outlook(212), {});
    const replay = after(both, both);
    expect(replay.answer(danas(google(135), {})).findings).toEqual(["error connection-error 212?"]);
    expect(replay.answer(both)).toMatchObject({ findings: ["error connection-error null"], notify: [] });
  });

  it("hides none of the others", () => {
    const shown = new Replay().answer(
      danas(null, google(135, primary(DANA), unselected("x")), broken(outlook(212), REVOKED)),
    );
    expect(shown.findings).toEqual([
      "error connection-error 212",
      "error connection-error null?",
      "notice not-selected 135 x",
    ]);
  });

  it("leaves a connection gone that was confirmed gone before", () => {
    const replay = after(danas(google(135), outlook(212)), danas(google(135)), danas(google(135)));
    expect(replay.answer(danas(google(135), null)).findings).toEqual([
      "error connection-error null?",
      "warning connection-gone 212",
    ]);
  });

  it("may be a connection that another of its account stands for: that one is not forgotten", () => {
    const twins = danas(google(20, primary(DANA), calendar("team")), google(21));
    const replay = after(twins);
    expect(replay.answer(danas(google(21), null)).findings).toEqual(["error connection-error 20?"]);
    expect(replay.answer(twins)).toMatchObject({ findings: ["notice connection-twice 21"], notify: [] });
  });

  it("lets nothing be suspected gone", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas({}))).toMatchObject({
      findings: ["error connection-error 135?", "error connection-error 212?", "error destination-broken?"],
      notify: [],
    });
  });
});

describe("an entry of which a part of the identity can be read", () => {
  it("is the remembered connection with that credentialId", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(
      replay.answer(danas(google(135), { credentialId: 212, calendars: [calendar("x")] })).findings,
    ).toEqual(["error connection-error 212?"]);
  });

  it("is the remembered connection of that type", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(google(135), without(outlook(212), "credentialId"))).findings).toEqual([
      "error connection-error 212?",
    ]);
  });

  it("is named by what can be read when nothing is remembered", () => {
    expect(new Replay().answer(danas(google(135), { credentialId: 9 })).findings).toEqual([
      "error connection-error 9?",
    ]);
    expect(new Replay().answer(danas(google(135), without(outlook(212), "credentialId"))).findings).toEqual([
      "error connection-error null?",
    ]);
  });

  it("is not sure, whatever its message says", () => {
    const replay = after(danas(google(135), outlook(212)));
    const odd = without(broken(outlook(212), REVOKED), "integration");
    expect(replay.answer(danas(google(135), odd)).findings).toEqual(["error connection-error 212?"]);
  });

  it("is the same subject under its whole name", () => {
    const replay = after(danas(google(135), { credentialId: 212 }));
    expect(replay.answer(danas(google(135), broken(outlook(212))))).toMatchObject({
      findings: ["error connection-error 212"],
      notify: ["connection-error 212"],
    });
  });

  it("has recovered when the whole entry comes", () => {
    const replay = after(
      danas(google(135), { credentialId: 212 }),
      danas(google(135), { credentialId: 212 }),
    );
    expect(replay.answer(danas(google(135), outlook(212)))).toMatchObject({
      findings: [],
      notify: ["recovered connection-error 212"],
    });
  });
});

describe("a calendar that can't be read", () => {
  const TEAM = calendar("team", { readOnly: true });
  const HEALTHY = danas(google(135, primary(DANA), TEAM, unselected("x")));
  const SHOWN = ["notice not-selected 135 x", "notice read-only 135 team"];
  const UNREADABLE_CALENDARS = [
    null,
    5,
    "team",
    [],
    {},
    { externalId: " " },
    { externalId: 5 },
    { name: "x" },
  ];

  it.each(UNREADABLE_CALENDARS.map((entry) => [entry]))("like %j is left out", (entry) => {
    expect(new Replay().answer(danas(google(135, primary(DANA), entry))).findings).toEqual([]);
  });

  it("may be any calendar of its connection that is missing: none is gone", () => {
    const replay = after(HEALTHY);
    const odd = danas(google(135, primary(DANA), null));
    expect(replay.answer(odd)).toMatchObject({ findings: SHOWN, nextCheckSeconds: 30 * MINUTE });
    expect(replay.wait(MINUTE).answer(odd)).toMatchObject({ findings: SHOWN, notify: [] });
    expect(replay.wait(MINUTE).answer(HEALTHY)).toMatchObject({ findings: SHOWN, notify: [] });
  });

  it("neither confirms nor clears that one is gone", () => {
    const replay = after(HEALTHY);
    const gone = danas(google(135, primary(DANA), unselected("x")));
    expect(replay.answer(gone).findings).toEqual(["warning calendar-gone 135 team?", ...SHOWN]);
    const odd = danas(google(135, primary(DANA), unselected("x"), null));
    expect(replay.wait(5 * MINUTE).answer(odd).findings).toEqual([
      "warning calendar-gone 135 team?",
      ...SHOWN,
    ]);
    expect(replay.wait(1).answer(gone).findings).toEqual([
      "warning calendar-gone 135 team",
      "notice not-selected 135 x",
    ]);
  });

  it("makes no other connection's calendar unreadable", () => {
    const replay = after(danas(google(135), google(136, primary("b"), calendar("team"))));
    expect(
      replay.answer(danas(google(135, primary(DANA), null), google(136, primary("b")))).findings,
    ).toEqual(["warning calendar-gone 136 team?"]);
  });

  it("keeps the calendar that is missing in what is checked for conflicts", () => {
    const replay = after(danas(google(135, unselected(DANA), TEAM)));
    expect(replay.answer(danas(google(135, unselected(DANA), null))).findings).toEqual([
      "notice not-selected 135 dana@example.com",
      "notice read-only 135 team",
    ]);
  });

  it("makes its connection suspected when it has no other", () => {
    const shown = after(HEALTHY).answer(danas(google(135, null, {})));
    expect(shown.findings).toEqual(["error connection-error 135?", "error destination-broken?", ...SHOWN]);
  });

  it("is ignored beside a message", () => {
    const entry = { ...google(135, null), error: { message: REVOKED } };
    expect(after(HEALTHY).answer(answerOf([entry])).findings).toContain("error connection-error 135");
  });
});

describe("an entry of which a part of the identity could be read, in whose place there is another one from then on", () => {
  const other = { integration: { type: "x" } };

  it("leaves nothing when it was only suspected", () => {
    const replay = new Replay();
    replay.answer(danas(google(135), { credentialId: 7 }));
    expect(replay.wait(MINUTE).answer(danas(google(135), other)).findings).toEqual([
      "error connection-error null?",
    ]);
  });

  it("is gone like any other when it was confirmed: it was not seen right", () => {
    const replay = new Replay();
    replay.answer(danas(google(135), { credentialId: 7 }));
    replay.wait(5 * MINUTE).answer(danas(google(135), { credentialId: 7 }));
    expect(replay.wait(30 * MINUTE).answer(danas(google(135), other)).findings).toEqual([
      "error connection-error 7",
      "error connection-error null?",
      "warning connection-gone 7?",
    ]);
    expect(replay.wait(30 * MINUTE).answer(danas(google(135), other)).findings).toEqual([
      "error connection-error null",
      "warning connection-gone 7",
    ]);
  });
});
