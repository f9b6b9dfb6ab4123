import { describe, expect, it, vi } from "vitest";
import { fixture } from "../../tests/fixtures/fixture.ts";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { fetchCalendars, fetchMe } from "./client.ts";

const KEY = "cal_test_0123456789";
const EMPTY = { status: "success", data: { connectedCalendars: [], destinationCalendar: {} } };
const failure = (reason: string) => ({ kind: "failure", failure: { reason }, retryAfterSeconds: null });

const REPLIES: Record<string, [number, object]> = {
  "/v2/rejected": [401, { status: "error", error: { code: "UnauthorizedException", message: "no" } }],
  "/v2/gateway": [502, {}],
};

describe("a request for the calendars", () => {
  it("is one GET with the key, and nothing that tells more", async () => {
    const { url, requests } = await serve((_, response) => json(response, 200, EMPTY));
    expect((await fetchCalendars(url, KEY)).kind).toBe("answer");
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: "GET",
      url: "/v2/calendars",
      headers: {
        authorization: `Bearer ${KEY}`,
        accept: "application/json",
        "cal-api-version": expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
    expect(requests[0]?.headers).not.toHaveProperty("cookie");
    expect(requests[0]?.headers).not.toHaveProperty("referer");
  });

  it("keeps no cookie, uses no cache and follows no redirect", async () => {
    const asked = vi.fn<typeof fetch>(async () => Response.json(EMPTY));
    await fetchCalendars("https://api.cal.com/v2", KEY, { fetch: asked });
    expect(asked).toHaveBeenCalledExactlyOnceWith(
      "https://api.cal.com/v2/calendars",
      expect.objectContaining({
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrerPolicy: "no-referrer",
      }),
    );
  });

  it("sends the key to nobody that a redirect names", async () => {
    const other = await serve((_, response) => json(response, 200, EMPTY));
    const { url } = await serve((_, response) => {
      response.writeHead(302, { Location: `${other.url}/calendars` }).end();
    });
    expect(await fetchCalendars(url, KEY)).toEqual(failure("redirected"));
    expect(other.requests).toEqual([]);
  });

  it("is told apart from no network where a browser shows nothing of a redirect", async () => {
    const opaque = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
    const asked = vi.fn<typeof fetch>(async () => opaque);
    expect(await fetchCalendars("https://api.cal.com/v2", KEY, { fetch: asked })).toEqual(
      failure("redirected"),
    );
    expect(asked).toHaveBeenCalledOnce();
  });

  it("keeps no key that a server repeats", async () => {
    const error = { code: "X", message: `No calendars for ${KEY}!` };
    const { url } = await serve((_, response) => json(response, 404, { status: "error", error }));
    expect(await fetchCalendars(url, KEY)).toMatchObject({
      failure: { message: "No calendars for [key]!" },
    });
  });

  it("reads a good answer", async () => {
    const { url } = await serve((_, response) => json(response, 200, fixture("healthy-google-outlook")));
    expect(await fetchCalendars(url, KEY)).toMatchObject({
      kind: "answer",
      answer: { connections: [{ credentialId: 135 }, { credentialId: 212 }], destination: { kind: "set" } },
    });
  });

  it("reads a text that was cut between two bytes of a letter, and one that begins with a byte order mark", async () => {
    const bytes = Buffer.from(`\uFEFF${JSON.stringify({ ...EMPTY, note: "Kalender für Zoë 📅" })}`);
    const { url } = await serve((_, response) => {
      response.writeHead(200);
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    });
    expect((await fetchCalendars(url, KEY)).kind).toBe("answer");
  });

  it("hands on when Cal.com says that it answered, and nobody else", async () => {
    const date = "Mon, 05 Jan 2026 09:00:30 GMT";
    const at = Date.parse(date);
    const { url } = await serve((request, response) => {
      const [status, body] = REPLIES[request.url?.replace(/\/calendars$/, "") ?? ""] ?? [200, EMPTY];
      json(response, status, body, { Date: date });
    });
    expect(await fetchCalendars(url, KEY)).toMatchObject({ kind: "answer", date: at });
    expect(await fetchCalendars(`${url}/rejected`, KEY)).toMatchObject({ kind: "key-rejected", date: at });
    expect(await fetchCalendars(`${url}/gateway`, KEY)).not.toHaveProperty("date");
  });

  it("hands on no date where there is none to be read", async () => {
    const { url } = await serve((_, response) => json(response, 200, EMPTY, { Date: "yesterday" }));
    expect(await fetchCalendars(url, KEY)).not.toHaveProperty("date");
  });

  it("hands on how long the server asks to wait, from when the answer is there", async () => {
    const { url } = await serve((_, response) =>
      json(response, 429, {}, { "Retry-After": "Mon, 05 Jan 2026 09:05:00 GMT" }),
    );
    const now = () => Date.parse("2026-01-05T09:00:00Z");
    expect(await fetchCalendars(url, KEY, { now })).toEqual({
      kind: "failure",
      failure: { reason: "rate-limited" },
      retryAfterSeconds: 300,
    });
  });

  it.each([
    ["an answer that is cut off", 200, '{"status":"success","data":{"connectedCal', "not-cal-api"],
    ["an empty body", 200, "", "not-cal-api"],
    ["a web page", 200, "<!doctype html>", "not-cal-api"],
    ["a gateway that fails", 502, "<html>Bad gateway</html>", "server-failed"],
    ["a wrong path", 404, "<h1>404</h1>", "not-cal-api"],
    [
      "a path that only this server lacks",
      404,
      JSON.stringify({ status: "error", error: { code: "NotFoundException" } }),
      "cal-error",
    ],
    ["no content", 204, "", "not-cal-api"],
  ])("is a failure with %s", async (_, status, body, reason) => {
    const { url } = await serve((_, response) => json(response, status, body));
    expect(await fetchCalendars(url, KEY)).toMatchObject({ kind: "failure", failure: { reason } });
  });
});

describe("the time limit", () => {
  it("is 25 s", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    await fetchCalendars("https://api.cal.com/v2", KEY, { fetch: async () => Response.json(EMPTY) });
    expect(timeout).toHaveBeenCalledExactlyOnceWith(25_000);
  });

  it("ends a request without an answer", async () => {
    const { url } = await serve(() => undefined);
    expect(await fetchCalendars(url, KEY, { timeLimitMs: 50 })).toEqual(failure("timed-out"));
  });

  it("ends a body that never ends", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200);
      response.write('{"status":');
    });
    expect(await fetchCalendars(url, KEY, { timeLimitMs: 200 })).toEqual(failure("timed-out"));
  });

  it("may come early from outside", async () => {
    const { url } = await serve(() => undefined);
    const signal = AbortSignal.timeout(20);
    expect(await fetchCalendars(url, KEY, { signal })).toEqual(failure("timed-out"));
    expect(await fetchCalendars(url, KEY, { signal: AbortSignal.abort() })).toEqual(failure("timed-out"));
  });
});

describe("no answer at all", () => {
  it("is when nobody listens there", async () => {
    expect(await fetchCalendars("http://127.0.0.1:1/v2", KEY)).toEqual(failure("unreachable"));
  });

  it("is when the connection breaks before or within the body", async () => {
    const before = await serve((request) => request.socket.destroy());
    expect(await fetchCalendars(before.url, KEY)).toEqual(failure("unreachable"));
    const within = await serve((request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("{", () => request.socket.destroy());
    });
    expect(await fetchCalendars(within.url, KEY)).toEqual(failure("unreachable"));
  });

  it("is being offline when the browser says so", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(await fetchCalendars("http://127.0.0.1:1/v2", KEY)).toEqual(failure("offline"));
    vi.unstubAllGlobals();
  });

  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    [
      "throws what is no error",
      () => {
        throw "no";
      },
    ],
    ["rejects", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["rejects with nothing", () => Promise.reject()],
    ["gives nothing", () => Promise.resolve(undefined)],
    ["gives an error response", () => Promise.resolve(Response.error())],
    [
      "gives a body that breaks",
      () => Promise.resolve(new Response(new ReadableStream({ pull: (c) => c.error(new Error("broken")) }))),
    ],
    [
      "gives a body that was read",
      async () => {
        const response = Response.json(EMPTY);
        await response.text();
        return response;
      },
    ],
  ])("is whatever fetch does: it %s", async (_, does) => {
    const options = { fetch: does as typeof fetch };
    expect((await fetchCalendars("https://api.cal.com/v2", KEY, options)).kind).toBe("failure");
    expect((await fetchMe("https://api.cal.com/v2", KEY, options)).kind).toBe("failure");
  });

  it("is where the key would travel in the clear", async () => {
    const asked = vi.fn<typeof fetch>(async () => Response.json(EMPTY));
    for (const url of ["http://cal.example.org/v2", "http://192.168.1.5/v2"]) {
      expect(await fetchCalendars(url, KEY, { fetch: asked })).toEqual(failure("unreachable"));
    }
    expect(asked).not.toHaveBeenCalled();
    expect((await fetchCalendars("http://[::1]:5555/v2", KEY, { fetch: asked })).kind).toBe("answer");
  });

  it("is for a key or a URL that can't be sent", async () => {
    expect(await fetchCalendars("http://127.0.0.1:1/v2", "cal_\n")).toEqual(failure("unreachable"));
    expect(await fetchCalendars("no url", KEY)).toEqual(failure("unreachable"));
  });
});

describe("asking who a key belongs to", () => {
  it("gives what people recognise themselves by", async () => {
    const { url, requests } = await serve((_, response) => json(response, 200, fixture("me")));
    expect(await fetchMe(url, KEY)).toEqual({
      kind: "me",
      me: { id: 4412, username: "dana", email: "dana@example.com", name: "Dana Lopez" },
    });
    expect(requests[0]).toMatchObject({ url: "/v2/me", headers: { authorization: `Bearer ${KEY}` } });
  });

  it("needs no more than an id", async () => {
    const { url } = await serve((_, response) =>
      json(response, 200, { status: "success", data: { id: 1, name: 5 } }),
    );
    expect(await fetchMe(url, KEY)).toMatchObject({ me: { id: 1, username: null, email: null, name: null } });
  });

  it.each([
    [
      "a web page",
      200,
      "<html>",
      { kind: "failure", failure: { reason: "not-cal-api", status: 200 }, isJson: false },
    ],
    ["a server that fails", 500, { statusCode: 500 }, { failure: { reason: "server-failed" }, isJson: true }],
    ["a proxy to nothing", 500, "Internal Server Error", { isJson: false }],
    ["no id", 200, { status: "success", data: {} }, { kind: "failure" }],
    ["no envelope", 200, { id: 4412 }, { kind: "failure" }],
    ["a refused key", 401, { status: "error", error: { code: "X" } }, { kind: "key-rejected", status: 401 }],
    [
      "a 401 of somebody else",
      401,
      "Unauthorized",
      { kind: "failure", failure: { reason: "not-cal-api", status: 401 } },
    ],
  ])("gives nobody for %s", async (_, status, body, result) => {
    const { url } = await serve((_, response) => json(response, status, body));
    expect(await fetchMe(url, KEY)).toMatchObject(result);
  });
});
