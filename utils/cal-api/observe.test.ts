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
    ["403-oauth-scope", { kind: "key-rejected", status: 403, rejection: "forbidden" }],
    ["429", { kind: "failure", failure: { reason: "rate-limited" } }],
    ["500-nest-default", { kind: "failure", failure: { reason: "server-failed", status: 500 } }],
    ["500-prisma", { kind: "failure", failure: { reason: "server-failed", status: 500 } }],
    ["400-validation", { kind: "failure", failure: { reason: "not-cal-api", status: 400 } }],
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
      { name: "Holidays in United States", primary: false, readOnly: true, isSelected: false },
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
