import { describe, expect, it } from "vitest";
import { readLine } from "./line.ts";

const AT = "2026-01-05T09:00:00Z";
const read = (line: object) => readLine(JSON.stringify({ at: AT, ...line }));
const observationOf = (line: object) => {
  const { event } = read(line);
  if (event.type !== "observation") throw new Error("an action");
  return event.observation;
};
const CALENDAR = { externalId: "a", credentialId: 135 };
const GOOD = { status: "success", data: { connectedCalendars: [] } };

describe("a line", () => {
  it.each([
    ["no JSON", "{", /JSON/],
    ["two values", "{} {}", /JSON/],
    ["a list", "[]", /object/],
    ["null", "null", /object/],
    ["a text", '"x"', /object/],
    ["no at", '{"network":"offline"}', /"at"/],
  ])("that is %s is bad", (_, text, reason) => {
    expect(() => readLine(text)).toThrow(reason);
  });

  it.each([
    ["nothing that happened", {}, /exactly one of "status", "network" and "do"/],
    ["two things that happened", { status: 200, body: GOOD, network: "offline" }, /exactly one/],
    ["an answer and an action", { status: 200, body: GOOD, do: { keepDestination: true } }, /exactly one/],
    ["a status that is a text", { status: "200", body: GOOD }, /"status"/],
    ["a status that is none", { status: 99, body: GOOD }, /"status"/],
    ["half a status", { status: 200.5, body: GOOD }, /"status"/],
    ["an answer without a body", { status: 200 }, /"body" and "text"/],
    ["an answer with two bodies", { status: 200, body: GOOD, text: "{}" }, /"body" and "text"/],
    ["a text that is none", { status: 200, text: {} }, /"text"/],
    ["a list of headers", { status: 200, body: GOOD, headers: ["x"] }, /"headers"/],
    ["a header that is no text", { status: 200, body: GOOD, headers: { x: {} } }, /"headers"/],
    ["an unknown network", { network: "slow" }, /"network".*offline.*redirect/],
    ["a network of JavaScript's own", { network: "toString" }, /"network"/],
    ["a network that is no text", { network: true }, /"network"/],
    ["nothing done", { do: {} }, /"do"/],
    ["an unknown action", { do: { restore: true } }, /"do"/],
    ["a list of actions", { do: [{ keepDestination: true }] }, /"do"/],
    ["null as action", { do: null }, /"do"/],
    ["two actions", { do: { keepDestination: true, snoozeUntil: AT } }, /"do".*exactly one/],
    ["a mark without subject", { do: { expect: "flapping" } }, /"subject"/],
    [
      "a mark on an unknown kind",
      { do: { expect: "x", subject: { type: "account" } } },
      /"expect".*flapping/,
    ],
    ["a mark on an unknown subject", { do: { expect: "flapping", subject: { type: "x" } } }, /"subject"/],
    [
      "a mark on half a subject",
      { do: { expect: "flapping", subject: { type: "connection" } } },
      /"subject"/,
    ],
    ["a mark on no event type", { do: { expect: "flapping", subject: { type: "eventType" } } }, /"subject"/],
    ["a calendar without credentialId", { do: { select: { externalId: "a" } } }, /"credentialId"/],
    [
      "a calendar with a text as credentialId",
      { do: { unselect: { ...CALENDAR, credentialId: "1" } } },
      /"credentialId"/,
    ],
    [
      "a destination without integration",
      { do: { setDestination: { externalId: "a" } } },
      /"setDestination".*"integration"/,
    ],
    ["a keeping that is none", { do: { keepDestination: false } }, /"keepDestination" must be true/],
    ["a snooze until a day", { do: { snoozeUntil: "2026-01-06" } }, /"snoozeUntil"/],
  ])("with %s is bad", (_, line, reason) => {
    expect(() => read(line)).toThrow(reason);
  });

  it.each([
    [{ status: 200, body: GOOD, comment: "x", network_: 1 }],
    [{ status: 200, body: null }],
    [{ status: 200, text: "" }],
    [{ status: 503, text: "<html>", headers: {} }],
    [{ network: "dns", headers: { a: "b" }, body: 5 }],
    [{ do: { select: CALENDAR, why: "x" } }],
    [{ do: { unselect: { ...CALENDAR, credentialId: -1, delegationCredentialId: "6b2f" } } }],
    [{ do: { unselect: { ...CALENDAR, delegationCredentialId: null } } }],
    [{ do: { setDestination: { integration: "google_calendar", externalId: "a" } } }],
    [{ do: { expect: "connection-error", subject: { type: "connection", credentialId: null } } }],
    [{ do: { expect: "event-type-destination-lost", subject: { type: "eventType", id: 11 } } }],
    [{ do: { snoozeUntil: "2026-01-06T00:00:00+01:00" } }],
  ])("like %j is good: unknown keys are ignored", (line) => {
    expect(read(line).at).toBe(AT);
  });

  it("may give the raw text, with or without a byte order mark", () => {
    expect(observationOf({ status: 200, text: JSON.stringify(GOOD) }).kind).toBe("answer");
    expect(observationOf({ status: 200, text: `\uFEFF${JSON.stringify(GOOD)}` }).kind).toBe("answer");
    expect(observationOf({ status: 200, text: '{"status":"succ' }).kind).toBe("failure");
  });

  it("may hold what was read of event types beside a body, and is good whatever that is", () => {
    const eventTypes = { status: "success", data: [{ id: 11, title: "Intro" }, {}] };
    expect(observationOf({ status: 200, body: GOOD, eventTypes })).toMatchObject({
      answer: {
        eventTypes: { eventTypes: [{ id: 11, title: "Intro", destination: null }], malformed: 1 },
      },
    });
    for (const eventTypes of [undefined, null, 7, [], { status: "error" }]) {
      expect(observationOf({ status: 200, body: GOOD, eventTypes })).toMatchObject({
        answer: { eventTypes: null },
      });
    }
    expect(observationOf({ status: 500, body: GOOD, eventTypes }).kind).toBe("failure");
    const text = observationOf({ status: 200, text: JSON.stringify(GOOD), eventTypes });
    expect(text).toMatchObject({ answer: { eventTypes: null } });
  });

  it("has a text that is too long where the worker would stop reading", () => {
    const [start, end] = ['{"status":"success","data":{"connectedCalendars":[]},"pad":"', '"}'];
    const text = (bytes: number) => start + "x".repeat(bytes - start.length - end.length) + end;
    expect(observationOf({ status: 200, text: text(5_000_000) }).kind).toBe("answer");
    expect(observationOf({ status: 200, text: text(5_000_001) })).toMatchObject({
      failure: { reason: "too-large" },
    });
  });

  it("may be a redirect, which is no network that is not there", () => {
    expect(observationOf({ network: "redirect" })).toMatchObject({ failure: { reason: "redirected" } });
    expect(observationOf({ network: "reset" })).toMatchObject({ failure: { reason: "unreachable" } });
  });

  it("may name headers in any case", () => {
    for (const name of ["Retry-After", "retry-after", "RETRY-AFTER"]) {
      expect(observationOf({ status: 503, text: "", headers: { [name]: "90" } })).toMatchObject({
        retryAfterSeconds: 90,
      });
    }
  });
});
