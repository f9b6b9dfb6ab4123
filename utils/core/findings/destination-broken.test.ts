import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  DANA,
  danas,
  delegated,
  destination,
  google,
  OFFICE,
  ORGANISATION,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a destination in a broken connection", () => {
  it("is as sure as the error, known by the connection's last-known calendars", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(broken(google(135)), outlook(212))).findings).toEqual([
      "error connection-error 135?",
      "error destination-broken?",
    ]);
    expect(replay.wait(1).answer(danas(broken(google(135), REVOKED), outlook(212)))).toMatchObject({
      badge: "2",
      findings: ["error connection-error 135", "error destination-broken"],
      notify: ["connection-error 135", "destination-broken"],
    });
    expect(replay.wait(MINUTE).answer(danas(google(135), outlook(212))).notify).toEqual([
      "recovered connection-error 135",
      "recovered destination-broken",
    ]);
  });

  it("is told once nothing about another connection is in doubt", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(broken(google(135), REVOKED), broken(outlook(212))))).toMatchObject({
      findings: ["error connection-error 135", "error connection-error 212?", "error destination-broken"],
      notify: ["connection-error 135"],
    });
    expect(replay.wait(MINUTE).answer(danas(broken(google(135), REVOKED), outlook(212))).notify).toEqual([
      "destination-broken",
    ]);
  });

  it("is known by the credential of its own row where nothing else is known", () => {
    const row = destination(DANA, "google_calendar", { credentialId: 135 });
    expect(new Replay().answer(answerOf([broken(google(135), REVOKED), outlook(212)], row)).findings).toEqual(
      ["error connection-error 135", "error destination-broken"],
    );
  });

  it("is not known by a stale credential of another type", () => {
    const row = destination(DANA, "google_calendar", { credentialId: 212 });
    expect(new Replay().answer(answerOf([broken(outlook(212), REVOKED)], row)).findings).toEqual([
      "error connection-error 212",
      "error destination-broken?",
    ]);
  });

  it("is not known by its credential where its integration is blank", () => {
    const row = destination(DANA, "", { credentialId: 135 });
    expect(new Replay().answer(answerOf([broken(google(135), REVOKED)], row)).findings).toEqual([
      "error connection-error 135",
      "error destination-broken?",
    ]);
  });

  it("is not broken when it is live in another connection, whatever its row says", () => {
    const row = destination(DANA, "google_calendar", { credentialId: 212 });
    expect(new Replay().answer(answerOf([google(135), broken(outlook(212), REVOKED)], row)).findings).toEqual(
      ["error connection-error 212"],
    );
  });

  it("is known by an organisation's credential", () => {
    const row = destination(DANA, "google_calendar", { delegationCredentialId: ORGANISATION });
    const shown = new Replay().answer(answerOf([broken(delegated(google(0)), REVOKED)], row));
    expect(shown.findings).toContain("error destination-broken");
  });

  it("was last known in another connection than its row says", () => {
    const replay = after(danas(google(135), google(136, primary("b"))));
    const row = destination(DANA, "google_calendar", { credentialId: 136 });
    expect(
      replay.answer(answerOf([broken(google(135)), broken(google(136), REVOKED)], row)).findings,
    ).toContain("error destination-broken?");
  });
});

describe("a destination that is nowhere", () => {
  const LOST = answerOf([google(135)], destination("elsewhere"));

  it("is only suspected until an answer at least five minutes later, on a first answer too", () => {
    const replay = new Replay();
    expect(replay.answer(LOST)).toMatchObject({
      badge: "",
      findings: ["error destination-broken?"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE - 0.001).answer(LOST).notify).toEqual([]);
    expect(replay.wait(0.001).answer(LOST)).toMatchObject({
      badge: "1",
      findings: ["error destination-broken"],
      notify: ["destination-broken"],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("beside a live connection of its credential is just as suspected", () => {
    const row = destination("elsewhere", "google_calendar", { credentialId: 135 });
    expect(new Replay().answer(answerOf([google(135)], row)).findings).toEqual(["error destination-broken?"]);
  });

  it("was in a calendar that is missing", () => {
    const row = destination("team");
    const replay = after(answerOf([google(135, primary(DANA), calendar("team"))], row));
    expect(replay.answer(answerOf([google(135)], row)).findings).toEqual([
      "error destination-broken?",
      "warning calendar-gone 135 team?",
    ]);
    expect(replay.wait(5 * MINUTE).answer(answerOf([google(135)], row)).notify).toEqual([
      "destination-broken",
      "calendar-gone 135 team",
    ]);
  });

  it("was in a calendar that is missing and was not selected", () => {
    const row = destination("team");
    const replay = after(answerOf([google(135, primary(DANA), unselected("team"))], row));
    expect(replay.answer(answerOf([google(135)], row)).findings).toEqual(["error destination-broken?"]);
  });

  it("was in a connection that is missing", () => {
    const row = destination(OFFICE, "office365_calendar");
    const replay = after(answerOf([google(135), outlook(212)], row));
    expect(replay.answer(answerOf([google(135)], row)).findings).toEqual([
      "error destination-broken?",
      "warning connection-gone 212?",
    ]);
    expect(replay.wait(5 * MINUTE).answer(answerOf([google(135)], row)).notify).toEqual([
      "destination-broken",
      "connection-gone 212",
    ]);
  });

  it("may be the calendar that can't be read", () => {
    const row = destination("team");
    const replay = after(answerOf([google(135, primary(DANA), calendar("team"))], row));
    expect(replay.answer(answerOf([google(135, primary(DANA), null)], row)).findings).toEqual([]);
    expect(
      new Replay().answer(
        answerOf(
          [google(135, primary(DANA), null)],
          destination("team", "google_calendar", { credentialId: 135 }),
        ),
      ).findings,
    ).toEqual([]);
  });

  it("is not excused by a calendar that can't be read in a connection of another type", () => {
    const lost = answerOf([google(135), outlook(212, primary(OFFICE), null)], destination("elsewhere"));
    expect(new Replay().answer(lost).findings).toEqual(["error destination-broken?"]);
  });

  it("is found by externalId alone where its integration is blank", () => {
    expect(new Replay().answer(answerOf([google(135)], destination(DANA, ""))).findings).toEqual([]);
  });

  it("is not found in a connection of another type", () => {
    expect(new Replay().answer(answerOf([outlook(212, primary(DANA))], destination(DANA))).findings).toEqual([
      "error destination-broken?",
    ]);
  });

  it("is not broken when it is blank", () => {
    const replay = after(LOST, LOST);
    expect(replay.answer(answerOf([google(135)], {}))).toMatchObject({
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.answer(LOST)).toMatchObject({
      findings: ["error destination-broken"],
      notify: ["recovered destination-changed"],
    });
  });
});
