import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  DANA,
  destination,
  feed,
  google,
  primary,
  REVOKED,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a read-only destination", () => {
  const URL = "https://feeds.example.com/private-abc123/basic.ics";
  const shared = (credentialId: number, readOnly: boolean) =>
    google(credentialId, primary(`own-${credentialId}`), calendar("shared", { readOnly }));
  const rowOf = (credentialId: number) => destination("shared", "google_calendar", { credentialId });

  it("is an error at once", () => {
    expect(new Replay().answer(answerOf([feed(410, URL)], destination(URL, "")))).toMatchObject({
      badge: "2",
      level: "error",
      findings: ["error destination-read-only", `notice read-only 410 ${URL}`],
      notify: ["destination-read-only"],
    });
  });

  it("is as doubtful as any connection, and is told once none is", () => {
    const first = new Replay();
    const doubted = answerOf([feed(410, URL), broken(google(135))], destination(URL, ""));
    expect(first.answer(doubted)).toMatchObject({
      findings: [
        "error connection-error 135?",
        "error destination-read-only?",
        `notice read-only 410 ${URL}`,
      ],
      notify: [],
    });
    expect(
      first.wait(MINUTE).answer(answerOf([feed(410, URL), google(135)], destination(URL, ""))),
    ).toMatchObject({
      findings: ["error destination-read-only", `notice read-only 410 ${URL}`],
      notify: ["destination-read-only"],
    });
  });

  it("is not one when another live match is writable and its own credential is none of them", () => {
    const both = [shared(135, true), shared(136, false)];
    expect(new Replay().answer(answerOf(both, rowOf(999))).findings).toEqual(["notice read-only 135 shared"]);
  });

  it("is one when that of its own credential is read-only", () => {
    const both = [shared(135, true), shared(136, false)];
    expect(new Replay().answer(answerOf(both, rowOf(135))).findings).toEqual([
      "error destination-read-only",
      "notice read-only 135 shared",
    ]);
    expect(new Replay().answer(answerOf(both, rowOf(136))).findings).toEqual(["notice read-only 135 shared"]);
  });

  it("is one when every live match is", () => {
    const both = [shared(135, true), shared(136, true)];
    expect(new Replay().answer(answerOf(both, rowOf(999))).findings[0]).toBe("error destination-read-only");
  });

  it("may have changed as well", () => {
    const list = [google(135, primary(DANA), calendar("team", { readOnly: true }))];
    const replay = after(answerOf(list, destination(DANA)));
    expect(replay.answer(answerOf(list, destination("team"))).findings).toEqual([
      "error destination-read-only",
      "warning destination-changed",
      "notice read-only 135 team",
    ]);
    expect(replay.answer(answerOf(list, destination(DANA))).notify).toEqual([
      "recovered destination-read-only",
      "recovered destination-changed",
    ]);
  });

  it("is hidden while no connection lists it, however sure that is, and no news after it", () => {
    const row = destination(URL, "");
    const replay = after(answerOf([feed(410, URL)], row));
    const during = answerOf([broken(feed(410, URL))], row);
    expect(replay.answer(during).findings).not.toContain("error destination-read-only");
    expect(replay.wait(5 * MINUTE).answer(during).findings).not.toContain("error destination-read-only");
    expect(replay.answer(answerOf([feed(410, URL)], row))).toMatchObject({
      findings: ["error destination-read-only", `notice read-only 410 ${URL}`],
      notify: ["recovered connection-error 410", "recovered destination-broken"],
    });
  });

  it("is told no second time after its connection was broken", () => {
    const row = destination(URL, "");
    const replay = after(answerOf([feed(410, URL)], row));
    replay.answer(answerOf([broken(feed(410, URL), REVOKED)], row));
    expect(replay.wait(MINUTE).answer(answerOf([feed(410, URL)], row))).toMatchObject({
      findings: ["error destination-read-only", `notice read-only 410 ${URL}`],
      notify: ["recovered connection-error 410", "recovered destination-broken"],
    });
  });
});
