import { describe, expect, it, onTestFinished } from "vitest";
import { type FakeCal, startFakeCal } from "../../tests/support/fake-cal/server.ts";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { type CalendarName, disconnect, selectCalendar, setDestination, unselectCalendar } from "./change.ts";
import { fetchCalendars } from "./client.ts";

const KEY = "cal_live_demo";

async function fake(scenario = "lively"): Promise<FakeCal & { api: string }> {
  const server = await startFakeCal({ scenario, cacheMs: 0 });
  onTestFinished(() => server.close());
  return { ...server, api: `${server.url}/v2` };
}

async function calendars(api: string) {
  const seen = await fetchCalendars(api, KEY);
  if (seen.kind !== "answer") throw new Error(`The fake server answered ${seen.kind}.`);
  return seen.answer.connections.flatMap((connection) =>
    connection.calendars.map((calendar) => ({
      integration: connection.type ?? "",
      externalId: calendar.externalId,
      credentialId: connection.credentialId ?? 0,
      delegationCredentialId: connection.delegationCredentialId ?? null,
      isSelected: calendar.isSelected,
      readOnly: calendar.readOnly,
    })),
  );
}

async function isSelected(api: string, { externalId }: CalendarName) {
  return (await calendars(api)).find((calendar) => calendar.externalId === externalId)?.isSelected;
}

describe("checking a calendar for conflicts", () => {
  it("is switched on and off again", async () => {
    const { api } = await fake();
    const calendar = (await calendars(api)).find((one) => !one.isSelected);
    if (!calendar) throw new Error("There is no calendar that is not selected.");
    expect(await selectCalendar(api, KEY, calendar)).toEqual({ kind: "done" });
    expect(await isSelected(api, calendar)).toBe(true);
    expect(await unselectCalendar(api, KEY, calendar)).toEqual({ kind: "done" });
    expect(await isSelected(api, calendar)).toBe(false);
  });

  it("is done when it is so already, which is answered without data", async () => {
    const { api } = await fake();
    const calendar = (await calendars(api)).find((one) => one.isSelected);
    if (!calendar) throw new Error("There is no calendar that is selected.");
    expect(await selectCalendar(api, KEY, calendar)).toEqual({ kind: "done" });
  });

  it("tells that there was nothing to switch off", async () => {
    const { api } = await fake();
    const calendar = (await calendars(api)).find((one) => !one.isSelected);
    if (!calendar) throw new Error("There is no calendar that is not selected.");
    expect(await unselectCalendar(api, KEY, calendar)).toEqual({ kind: "not-found" });
  });

  it("tells that the connection is not there any more", async () => {
    const { api } = await fake();
    const [calendar] = await calendars(api);
    if (!calendar) throw new Error("There is no calendar.");
    expect(await selectCalendar(api, KEY, { ...calendar, credentialId: 9 })).toEqual({ kind: "not-found" });
  });

  it.each(["a#b", "a/b", "83C4-0B$9A", "two words", "Zoë+é&x=1", "https://example.com/feed?token=a%20b"])(
    "names the calendar %s exactly",
    async (externalId) => {
      const { url, requests } = await serve((_, response) => json(response, 200, { status: "success" }));
      const calendar = {
        integration: "caldav_calendar",
        externalId,
        credentialId: -1,
        delegationCredentialId: "d1",
      };
      expect(await unselectCalendar(url, KEY, calendar)).toEqual({ kind: "done" });
      const asked = new URL(requests[0]?.url ?? "", url);
      expect(requests[0]?.method).toBe("DELETE");
      expect(asked.hash).toBe("");
      expect(Object.fromEntries(asked.searchParams)).toEqual({ ...calendar, credentialId: "-1" });
      expect(asked.search).not.toContain("+");
    },
  );
});

describe("adding bookings to a calendar", () => {
  it("is set", async () => {
    const { api } = await fake();
    const calendar = (await calendars(api)).find(
      (one) =>
        one.integration === "google_calendar" && !one.readOnly && one.externalId !== "dana@example.com",
    );
    if (!calendar) throw new Error("There is no other calendar that can be written to.");
    expect(await setDestination(api, KEY, calendar)).toEqual({ kind: "done" });
    const seen = await fetchCalendars(api, KEY);
    expect(seen).toMatchObject({
      answer: { destination: { destination: { externalId: calendar.externalId } } },
    });
  });

  it("is refused for an app whose destination can't be set, and for a calendar that can't be written to", async () => {
    const { api } = await fake();
    const readOnly = (await calendars(api)).find(
      (one) => one.readOnly && one.integration === "google_calendar",
    );
    if (!readOnly) throw new Error("There is no read-only calendar.");
    expect(await setDestination(api, KEY, readOnly)).toEqual({ kind: "not-found" });
    expect(await setDestination(api, KEY, { ...readOnly, integration: "caldav_calendar" })).toEqual({
      kind: "refused",
      status: 400,
      message: "Bad Request Exception",
    });
  });
});

describe("a change that Cal.com did not make", () => {
  const name = {
    integration: "google_calendar",
    externalId: "x",
    credentialId: 1,
    delegationCredentialId: null,
  };
  const error = (code: string, message: string) => ({ status: "error", error: { code, message } });
  it.each([
    ["a rejected key", 401, error("UnauthorizedException", "ApiAuthStrategy - x"), { kind: "key-rejected" }],
    ["a key without the right", 403, error("ForbiddenException", "x"), { kind: "key-rejected" }],
    [
      "a token that may only read",
      403,
      error("ForbiddenException", "insufficient_scope: token does not have the required scopes. Required: x"),
      { kind: "out-of-scope" },
    ],
    [
      "a calendar that is selected twice",
      400,
      error("BadRequestException", "Multiple SelecteCalendars found. Skipping deletion"),
      { kind: "held-twice" },
    ],
    [
      "words about another calendar that is selected twice",
      400,
      error("BadRequestException", "No Multiple SelectedCalendars found"),
      { kind: "refused", status: 400 },
    ],
    ["what it understood", 400, error("X", "Not so"), { kind: "refused", status: 400, message: "Not so" }],
    ["what is so already", 409, error("X", "Not so"), { kind: "refused", status: 409, message: "Not so" }],
    ["what makes no sense", 422, error("X", "Not so"), { kind: "refused", status: 422, message: "Not so" }],
    [
      "a calendar that is not there, in words like those about a route",
      404,
      error("NotFoundException", "We Cannot GET it"),
      { kind: "not-found" },
    ],
    ["a redirect", 302, "", { failure: { reason: "redirected" } }],
    ["a 401 of some proxy", 401, "<p>no</p>", { kind: "failure" }],
    [
      "a route that is not there",
      404,
      error("NotFoundException", "Cannot POST /v2/x"),
      { kind: "not-offered" },
    ],
    ["a 404 of some proxy", 404, "<p>no</p>", { kind: "failure" }],
    ["too many requests", 429, error("ThrottlerException", "x"), { failure: { reason: "rate-limited" } }],
    ["an error of Cal.com's own", 500, error("X", "Sorry"), { failure: { reason: "cal-error" } }],
    ["a server that fails", 500, { statusCode: 500 }, { failure: { reason: "server-failed" } }],
    ["a web page", 200, "<p>hello</p>", { kind: "failure" }],
    ["a good answer to another request", 200, { hello: 1 }, { kind: "failure" }],
  ])("is told apart: %s", async (_, status, body, expected) => {
    const { url } = await serve((_, response) => json(response, status, body));
    expect(await selectCalendar(url, KEY, name)).toMatchObject(expected);
  });
});

describe("removing a connection", () => {
  it("deletes it, with what was selected through it; once more it is not there", async () => {
    const { api } = await fake();
    const [calendar] = (await calendars(api)).filter((one) => one.integration === "google_calendar");
    if (!calendar) throw new Error("There is no Google.");
    expect(await disconnect(api, KEY, calendar)).toEqual({ kind: "done" });
    const left = (await calendars(api)).map(({ credentialId }) => credentialId);
    expect(left).not.toContain(calendar.credentialId);
    expect(await disconnect(api, KEY, calendar)).toEqual({ kind: "not-found" });
  });

  it.each([
    ["google_calendar", "/v2/calendars/google/disconnect"],
    ["office365_calendar", "/v2/calendars/office365/disconnect"],
    ["apple_calendar", "/v2/calendars/apple/disconnect"],
  ])("of %s asks for just that one", async (integration, path) => {
    const bodies: string[] = [];
    const { url, requests } = await serve((request, response) => {
      request.on("data", (part) => bodies.push(String(part)));
      request.on("end", () => json(response, 200, { status: "success", data: {} }));
    });
    expect(await disconnect(url, KEY, { integration, credentialId: 7 })).toEqual({ kind: "done" });
    expect(requests.map((request) => `${request.method} ${request.url}`)).toEqual([`POST ${path}`]);
    expect(bodies).toEqual(['{"id":7}']);
  });

  it("of another app asks for nothing", async () => {
    const { url, requests } = await serve((_, response) => json(response, 200, { status: "success" }));
    const caldav = { integration: "caldav_calendar", credentialId: 7 };
    expect(await disconnect(url, KEY, caldav)).toEqual({ kind: "not-offered" });
    expect(requests).toEqual([]);
  });
});
