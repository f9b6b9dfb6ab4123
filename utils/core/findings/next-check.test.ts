import { describe, expect, it } from "vitest";
import { broken, danas, google, outlook, REVOKED, rejection } from "../../../tests/fixtures/bodies.ts";
import { after, connectionOf, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));
const SUSPECTED = danas(google(135), broken(outlook(212)));

describe("the next check", () => {
  /** What is waited for after each of several answers, when each comes as soon as it is due. */
  const waitsOf = (replay: Replay, times: number, body: unknown) => {
    const waits: number[] = [];
    for (let time = 0; time < times; time++) {
      const { nextCheckSeconds } = replay.answer(body);
      waits.push(nextCheckSeconds);
      replay.wait(nextCheckSeconds);
    }
    return waits;
  };

  it("is an interval after a good answer", () => {
    expect(new Replay().answer(HEALTHY).nextCheckSeconds).toBe(30 * MINUTE);
  });

  it("comes after one minute and then every two while anything is suspected, so that the fourth confirms", () => {
    const replay = new Replay();
    expect(waitsOf(replay, 3, SUSPECTED)).toEqual([MINUTE, 2 * MINUTE, 2 * MINUTE]);
    expect(replay.answer(SUSPECTED).findings).toEqual(["error connection-error 212"]);
  });

  it("is measured from the oldest suspicion, and a younger one does not bring it nearer", () => {
    const replay = new Replay();
    replay.answer(SUSPECTED);
    const more = danas(broken(google(135)), broken(outlook(212)));
    expect(replay.wait(MINUTE - 0.001).answer(more).nextCheckSeconds).toBe(MINUTE);
    expect(replay.wait(0.001).answer(more).nextCheckSeconds).toBe(2 * MINUTE);
  });

  it("comes after 5, 10, 20 minutes while a connection is broken, up to the interval", () => {
    const revoked = danas(google(135), broken(outlook(212), REVOKED));
    expect(waitsOf(new Replay(), 5, revoked).map((seconds) => seconds / MINUTE)).toEqual([5, 10, 20, 30, 30]);
  });

  it("begins with 5 minutes again with the next connection that breaks", () => {
    const one = danas(google(135), broken(outlook(212), REVOKED));
    const two = danas(broken(google(135), REVOKED), broken(outlook(212), REVOKED));
    const replay = new Replay();
    waitsOf(replay, 3, one);
    expect(waitsOf(replay, 2, two)).toEqual([5 * MINUTE, 10 * MINUTE]);
    expect(replay.answer(one).nextCheckSeconds).toBe(30 * MINUTE);
  });

  it("is not sooner for a break that is expected", () => {
    const revoked = danas(google(135), broken(outlook(212), REVOKED));
    const replay = new Replay();
    replay.answer(revoked);
    replay.expect("connection-error", connectionOf(212));
    expect(replay.answer(revoked).nextCheckSeconds).toBe(30 * MINUTE);
  });

  it("counts good answers since the break, no failures", () => {
    const revoked = danas(google(135), broken(outlook(212), REVOKED));
    const replay = new Replay();
    replay.answer(revoked);
    replay.fail();
    replay.fail();
    expect(replay.answer(revoked).nextCheckSeconds).toBe(10 * MINUTE);
  });

  it("waits twice as long with each failure in a row, up to half an hour", () => {
    const replay = new Replay();
    const waits = Array.from({ length: 8 }, () => replay.fail().nextCheckSeconds);
    expect(waits).toEqual([60, 120, 240, 480, 960, 1800, 1800, 1800]);
  });

  it("begins with a minute again after a good answer", () => {
    const replay = new Replay();
    replay.fail();
    replay.fail();
    replay.answer(HEALTHY);
    expect(replay.fail().nextCheckSeconds).toBe(60);
  });

  it("begins with a minute again after a rejected key, which itself waits an interval", () => {
    const replay = new Replay();
    replay.fail();
    replay.fail();
    const line = { status: 401, body: rejection(), headers: { "Retry-After": "5" } };
    expect(replay.line(line).nextCheckSeconds).toBe(30 * MINUTE);
    expect(replay.fail().nextCheckSeconds).toBe(60);
  });

  it("is not sooner after a failure because something is suspected", () => {
    const replay = after(SUSPECTED);
    const waits = Array.from({ length: 3 }, () => replay.fail().nextCheckSeconds);
    expect(waits).toEqual([60, 120, 240]);
  });

  it("is not changed by what the person does, and never in the past", () => {
    const replay = new Replay();
    expect(replay.do({ keepDestination: true }).nextCheckSeconds).toBe(0);
    replay.answer(HEALTHY);
    const action = { snoozeUntil: "2027-01-01T00:00:00Z" };
    expect(replay.do(action).nextCheckSeconds).toBe(1800);
    expect(replay.wait(0.001).do(action).nextCheckSeconds).toBe(1800);
    expect(replay.wait(0.999).do(action).nextCheckSeconds).toBe(1799);
    expect(replay.wait(1799).do(action).nextCheckSeconds).toBe(0);
    expect(replay.wait(HOUR).do(action).nextCheckSeconds).toBe(0);
  });
});

describe("the server's own hint", () => {
  const waitAfter = (status: number, headers: Record<string, unknown>, failuresBefore = 0) => {
    const replay = new Replay();
    for (let failure = 0; failure < failuresBefore; failure++) replay.fail();
    return replay.line({ status, text: "<html>", headers }).nextCheckSeconds;
  };

  it.each([
    ["300", 300],
    ["59", 60],
    ["1801", 1800],
    ["86400", 1800],
    ["0", 60],
    ["-300", 60],
    ["soon", 60],
    ["", 60],
    ["Mon, 05 Jan 2026 09:05:00 GMT", 300],
    ["Monday, 05-Jan-26 09:05:00 GMT", 300],
    ["Mon Jan  5 09:05:00 2026", 300],
    ["Mon, 05 Jan 2026 08:55:00 GMT", 60],
    ["Mon, 05 Jan 2026 19:55:00 GMT", 1800],
  ])("Retry-After: %s means %i s", (value, seconds) => {
    expect(waitAfter(503, { "Retry-After": value })).toBe(seconds);
    expect(waitAfter(429, { "retry-after": value })).toBe(seconds);
    expect(waitAfter(200, { "RETRY-AFTER": value })).toBe(seconds);
  });

  it("is rounded up to whole seconds", () => {
    const replay = new Replay().wait(0.5);
    const line = { status: 503, text: "", headers: { "Retry-After": "Mon, 05 Jan 2026 09:02:00 GMT" } };
    expect(replay.line(line).nextCheckSeconds).toBe(120);
  });

  it.each([
    [{ "X-RateLimit-Reset-Default": "90" }, 90],
    [{ "x-ratelimit-reset-default": 90 }, 90],
    [{ "X-RateLimit-Reset": "90" }, 90],
    [{ "X-RateLimit-Reset-Default": "57" }, 60],
    [{ "X-RateLimit-Reset-Short": "90", "X-RateLimit-Reset-Long": "200" }, 200],
    [{ "X-RateLimit-Reset-Short": "later", "X-RateLimit-Reset-Long": "200" }, 200],
    [{ "X-RateLimit-Reset-Default": "90", "Retry-After": "150" }, 150],
    [{ "X-RateLimit-Reset-Default": "150", "Retry-After": "90" }, 150],
    [{ "X-RateLimit-Reset-Default": "1000000000" }, 1800],
    [{ "X-RateLimit-Reset-Default": String(Date.parse("2026-01-05T09:02:00Z") / 1000) }, 120],
    [{ "X-RateLimit-Reset-Default": String(Date.parse("2026-01-05T08:02:00Z") / 1000) }, 60],
    [{ "X-RateLimit-Limit-Default": "500", "X-RateLimit-Remaining-Default": "700" }, 60],
  ])("%j with 429 means %i s", (headers, seconds) => {
    expect(waitAfter(429, headers)).toBe(seconds);
  });

  it("of the rate limit counts with 429 only", () => {
    expect(waitAfter(500, { "X-RateLimit-Reset-Default": "90" })).toBe(60);
  });

  it("does not shorten the wait", () => {
    expect(waitAfter(503, { "Retry-After": "300" }, 3)).toBe(480);
    expect(waitAfter(503, { "Retry-After": "600" }, 3)).toBe(600);
  });

  it("is no hint on a good answer", () => {
    const line = {
      status: 200,
      body: HEALTHY,
      headers: { "Retry-After": "300", "X-RateLimit-Reset-Default": "57" },
    };
    expect(new Replay().line(line).nextCheckSeconds).toBe(30 * MINUTE);
  });
});
