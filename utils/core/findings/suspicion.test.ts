import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  DANA,
  danas,
  google,
  OFFICE,
  outlook,
  primary,
  REVOKED,
  rejection,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, HOUR, MINUTE } from "../../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));
const BROKEN = danas(google(135), broken(outlook(212)));
const SUSPECTED = "error connection-error 212?";
const CONFIRMED = "error connection-error 212";

describe("a generic error", () => {
  it("is neither counted nor notified, and looked at again after a minute", () => {
    expect(after(HEALTHY).answer(BROKEN)).toEqual({
      state: "ok",
      badge: "",
      level: null,
      findings: [SUSPECTED],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
  });

  it("is only suspected until an answer at least five minutes later says it again", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    expect(replay.wait(5 * MINUTE - 0.001).answer(BROKEN)).toMatchObject({
      findings: [SUSPECTED],
      notify: [],
    });
    expect(replay.wait(0.001).answer(BROKEN)).toEqual({
      state: "attention",
      badge: "1",
      level: "error",
      findings: [CONFIRMED],
      notify: ["connection-error 212"],
      nextCheckSeconds: 5 * MINUTE,
    });
  });

  it("counts from the first answer that said it, not from the one before", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    replay.wait(3 * MINUTE).answer(BROKEN);
    expect(replay.wait(2 * MINUTE).answer(BROKEN).findings).toEqual([CONFIRMED]);
  });

  it("may have another message the second time", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    const other = danas(google(135), broken(outlook(212), "Quota exceeded"));
    expect(replay.wait(5 * MINUTE).answer(other).findings).toEqual([CONFIRMED]);
  });

  it("is confirmed at once by a definitive one, and stays so when a generic one follows", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    const revoked = danas(google(135), broken(outlook(212), REVOKED));
    expect(replay.wait(1).answer(revoked).findings).toEqual([CONFIRMED]);
    expect(replay.wait(1).answer(BROKEN)).toMatchObject({ findings: [CONFIRMED], notify: [] });
  });

  it("is suspected on the very first answer too", () => {
    expect(after().answer(BROKEN).findings).toEqual([SUSPECTED]);
  });

  it("is cleared by one healthy answer, and begins anew after it", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    expect(replay.wait(3 * MINUTE).answer(HEALTHY)).toMatchObject({ findings: [], notify: [] });
    expect(replay.wait(3 * MINUTE).answer(BROKEN).findings).toEqual([SUSPECTED]);
  });

  it.each([
    ["a failure", { network: "timeout" }],
    ["a server that fails", { status: 502, text: "<html>Bad gateway</html>" }],
  ])("is neither confirmed nor cleared by %s", (_, line) => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    expect(replay.wait(5 * MINUTE).line(line).findings).toEqual([SUSPECTED]);
    expect(replay.wait(20).answer(BROKEN)).toMatchObject({
      findings: [CONFIRMED],
      notify: ["connection-error 212"],
    });
  });

  it("is neither confirmed nor cleared by a rejected key", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    expect(replay.wait(5 * MINUTE).answer(rejection(), 401).findings).toEqual([
      SUSPECTED,
      "error key-rejected",
    ]);
    expect(replay.wait(20).answer(BROKEN).findings).toEqual([CONFIRMED]);
  });

  it("is neither confirmed nor cleared by an answer that lacks the connection", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    expect(replay.wait(5 * MINUTE).answer(danas(google(135))).findings).toEqual([
      SUSPECTED,
      "warning connection-gone 212?",
    ]);
    expect(replay.wait(1).answer(BROKEN).findings).toEqual([CONFIRMED]);
  });

  it("clears only its own connection's suspicion", () => {
    const replay = after(HEALTHY);
    replay.answer(danas(broken(google(135)), broken(outlook(212))));
    expect(replay.wait(5 * MINUTE).answer(BROKEN).findings).toEqual([CONFIRMED]);
  });
});

describe("the calendars of a broken connection", () => {
  const flagged = outlook(212, primary(OFFICE, { isSelected: false }), unselected("birthdays"));
  const before = danas(google(135), flagged);
  const during = danas(google(135), broken(flagged));
  const notices = [
    "warning connection-unchecked 212",
    `warning not-selected 212 ${OFFICE}`,
    "notice not-selected 212 birthdays",
  ];

  it("keep their findings while it is suspected, raise none once it is confirmed, and have them again after", () => {
    const replay = after(before);
    expect(replay.answer(during).findings).toEqual([SUSPECTED, ...notices]);
    expect(replay.wait(5 * MINUTE).answer(during).findings).toEqual([CONFIRMED]);
    const back = replay.wait(HOUR).answer(before);
    expect(back.findings).toEqual(notices);
    expect(back.notify).toEqual(["recovered connection-error 212"]);
  });

  it("keep their findings through a transient error without a word", () => {
    const replay = after(before);
    expect(replay.answer(during).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(before)).toMatchObject({ findings: notices, notify: [] });
  });

  it("are compared with how they were when it was last healthy", () => {
    const replay = after(danas(google(135), outlook(212)), during, during);
    expect(replay.answer(danas(google(135), flagged)).findings).toEqual([
      `warning selection-lost 212 ${OFFICE}?`,
      "notice not-selected 212 birthdays",
    ]);
    expect(replay.wait(5 * MINUTE).answer(danas(google(135), flagged)).findings).toEqual([
      "warning connection-unchecked 212",
      `warning selection-lost 212 ${OFFICE}`,
      "notice not-selected 212 birthdays",
    ]);
  });
});

it("two transient errors with a healthy answer between them are two", () => {
  const replay = after(HEALTHY);
  for (let time = 0; time < 3; time++) {
    expect(replay.wait(MINUTE).answer(BROKEN)).toMatchObject({
      badge: "",
      findings: [SUSPECTED],
      notify: [],
    });
    expect(replay.wait(MINUTE).answer(HEALTHY)).toMatchObject({ findings: [], notify: [] });
  }
});

it("the destination follows the doubt of its connection", () => {
  const replay = after(danas(google(135)));
  const during = answerOf([broken(google(135))], { integration: "google_calendar", externalId: DANA });
  expect(replay.answer(during).findings).toEqual([
    "error connection-error 135?",
    "error destination-broken?",
  ]);
  expect(replay.wait(5 * MINUTE).answer(during)).toMatchObject({
    badge: "2",
    notify: ["connection-error 135", "destination-broken"],
  });
});
