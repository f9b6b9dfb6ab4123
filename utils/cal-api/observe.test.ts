import { describe, expect, it } from "vitest";
import { fixture } from "../../tests/fixtures/fixture.ts";
import { observeCalendars } from "./observe.ts";

const NOW = Date.parse("2026-01-05T09:00:00Z");
const observe = (status: number, json: unknown) =>
  observeCalendars({ status, headers: new Map(), json }, NOW);

describe("an error of Cal.com", () => {
  it.each([
    ["401-unknown-key", { kind: "key-rejected", status: 401, rejection: "invalid" }],
    ["401-key-deleted-but-throttle-cached", { kind: "key-rejected", rejection: "invalid" }],
    ["401-key-expired", { kind: "key-rejected", rejection: "expired" }],
    ["401-no-auth", { kind: "key-rejected", rejection: "invalid" }],
    ["401-selfhost-no-licence", { kind: "key-rejected", rejection: "licence" }],
    ["403-oauth-scope", { kind: "key-rejected", status: 403, rejection: "scope" }],
    ["429", { kind: "failure", failure: { reason: "rate-limited" } }],
    ["500-nest-default", { kind: "failure", failure: { reason: "server-failed", status: 500 } }],
    [
      "500-prisma",
      {
        kind: "failure",
        failure: {
          reason: "cal-error",
          status: 500,
          message: "There was an error, please try again later",
        },
      },
    ],
    [
      "400-validation",
      { kind: "failure", failure: { reason: "cal-error", status: 400, message: "Bad Request Exception" } },
    ],
  ])("like %s is understood", (name, observation) => {
    const { _httpStatus, body } = fixture(name) as { _httpStatus: number; body: unknown };
    expect(observe(_httpStatus, body)).toMatchObject(observation);
  });

  it("with 498 is a key that has expired", () => {
    const body = { status: "error", error: { code: "TokenExpiredException", message: "x" } };
    expect(observe(498, body)).toMatchObject({ kind: "key-rejected", rejection: "expired" });
  });

  it("with only a code tells no more than that the key is refused", () => {
    expect(observe(401, { status: "error", error: { code: "X" } })).toMatchObject({ rejection: "invalid" });
  });

  it("is about a right only where it begins with that, and only with 403", () => {
    const rejectionOf = (status: number, message: string) =>
      observe(status, { status: "error", error: { message } });
    const message = "insufficient_scope: token does not have the required scopes";
    expect(rejectionOf(403, message)).toMatchObject({ rejection: "scope" });
    expect(rejectionOf(403, `No ${message}`)).toMatchObject({ rejection: "forbidden" });
    expect(rejectionOf(401, message)).toMatchObject({ rejection: "invalid" });
  });
});

describe("what Cal.com says in its envelope", () => {
  const said = (error: object, status = 404) => observe(status, { status: "error", error });

  it.each([
    ["its message", { code: "NotFoundException", message: "User not found" }, "User not found"],
    ["its code where there is no message", { code: "NOT_FOUND", message: " " }, "NOT_FOUND"],
    ["no more than that it is an error where there is neither", { code: "", message: "\u200b" }, "error"],
    [
      "on one line, without what turns or hides a text",
      { message: "\u202eUser\u0000\n\t not\u2066 found\u2028 \u200fhere." },
      "User not found here",
    ],
  ])("is kept as %s", (_, error, message) => {
    expect(said(error)).toMatchObject({ failure: { reason: "cal-error", status: 404, message } });
  });

  it("is cut to a length that is read", () => {
    for (const letter of ["a", "\u{1f4c5}"]) {
      const { failure } = said({ message: letter.repeat(5_000) }) as { failure: { message: string } };
      expect(failure.message.length).toBeLessThanOrEqual(200);
      expect(failure.message).toMatch(/^(a+|\u{1f4c5}+)…$/u);
    }
  });

  it("is as long as can be kept, and has its own full stops", () => {
    const whole = `See v2.1. ${"x".repeat(190)}`;
    expect(said({ message: whole })).toMatchObject({ failure: { message: whole } });
    expect(said({ message: "See v2.1. Then go on ..." })).toMatchObject({
      failure: { message: "See v2.1. Then go on" },
    });
  });

  it("never holds what was sent to it, which a refused validation repeats", () => {
    const { body } = fixture("400-validation") as { body: object };
    expect(JSON.stringify(observe(400, body))).not.toContain("caldav");
  });

  it("is about the key or the rate where the status says so", () => {
    expect(said({ message: "x" }, 401).kind).toBe("key-rejected");
    expect(said({ message: "x" }, 429)).toMatchObject({ failure: { reason: "rate-limited" } });
  });
});

it.each([
  ["FUNCTION_INVOCATION_TIMEOUT", 504],
  ["Internal Server Error: Initialization Failed", 500],
])("%s, which is no envelope, is a server that failed", (_, status) => {
  expect(observe(status, undefined)).toMatchObject({ failure: { reason: "server-failed", status } });
});

it.each([301, 302, 303, 307, 308])("%i sends elsewhere", (status) => {
  expect(observe(status, undefined)).toMatchObject({ failure: { reason: "redirected" } });
});

describe("a good answer", () => {
  const read = (name: string) => {
    const observation = observe(200, fixture(name));
    if (observation.kind !== "answer") throw new Error(name);
    return observation.answer;
  };

  it.each([
    ["healthy-google-outlook", ["healthy", "healthy"], "set"],
    ["none-connected", [], "blank"],
    ["google-revoked-only-connection-destination-blanked", ["broken"], "blank"],
    ["outlook-broken-google-ok-destination-moved-stale-credential", ["healthy", "broken"], "set"],
    ["apple-no-provider-primary", ["healthy"], "set"],
    ["ics-only-readonly-destination", ["healthy"], "set"],
    ["delegation-broken", ["broken", "healthy"], "blank"],
    ["connected-but-nothing-selected", ["healthy"], "set"],
    ["two-google-accounts-shared-calendar", ["healthy", "healthy"], "set"],
  ])("like %s is read", (name, conditions, destination) => {
    const answer = read(name);
    expect(answer.connections.map(({ condition }) => condition)).toEqual(conditions);
    expect(answer.connections.every(({ malformedCalendars }) => malformedCalendars === 0)).toBe(true);
    expect(answer.destination.kind).toBe(destination);
  });

  it("names connections and calendars in Cal.com's order", () => {
    const [google] = read("healthy-google-outlook").connections;
    expect(google).toMatchObject({
      type: "google_calendar",
      credentialId: 135,
      delegationCredentialId: null,
      appName: "Google Calendar",
      appSlug: "google-calendar",
      message: null,
      primaryExternalId: "dana@example.com",
    });
    expect(google?.calendars).toMatchObject([
      { externalId: "dana@example.com", primary: true, readOnly: false, isSelected: true },
      { name: "Family", primary: false, readOnly: false, isSelected: false },
      { name: "Team rota", primary: false, readOnly: true, isSelected: false },
    ]);
  });

  it("knows an organisation's connection by its delegation", () => {
    expect(read("delegation-broken").connections[0]).toMatchObject({
      credentialId: -1,
      delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
      message: "User dana@acme.example might not exist in Google Workspace",
    });
  });

  it("takes the integration of a feed's calendar from where Cal.com puts it", () => {
    const { connections, destination } = read("ics-only-readonly-destination");
    expect(connections[0]?.calendars[0]).toMatchObject({
      integration: "ics-feed_calendar",
      name: null,
      email: null,
      readOnly: true,
    });
    expect(destination).toMatchObject({ destination: { integration: null, credentialId: 410 } });
  });
});
