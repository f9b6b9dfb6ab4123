import { describe, expect, it } from "vitest";
import { isSafe, parseServer } from "./server.ts";

describe("a hosted region", () => {
  it.each([
    ["us", "https://api.cal.com", "https://app.cal.com"],
    ["eu", "https://api.cal.eu", "https://app.cal.eu"],
  ] as const)("%s has its own servers, whatever else was typed", (region, api, web) => {
    expect(parseServer(region, "https://evil.example", "nonsense")).toEqual({
      ok: true,
      candidates: [`${api}/v2`],
      webUrl: web,
      origin: `${api}/*`,
    });
  });
});

describe("a self-hosted API", () => {
  it.each([
    ["https://cal.example.com", ["https://cal.example.com/v2", "https://cal.example.com/api/v2"]],
    ["cal.example.com", ["https://cal.example.com/v2", "https://cal.example.com/api/v2"]],
    ["  cal.example.com/  ", ["https://cal.example.com/v2", "https://cal.example.com/api/v2"]],
    ["https://api.example.com/v2", ["https://api.example.com/v2"]],
    ["https://api.example.com/v2/", ["https://api.example.com/v2"]],
    ["cal.example.com/api/v2", ["https://cal.example.com/api/v2"]],
    ["https://cal.example.com/api/", ["https://cal.example.com/api/v2"]],
    ["https://cal.example.com/api/v2/calendars?x=1#y", ["https://cal.example.com/api/v2"]],
    ["HTTPS://CAL.example.com:8443/v2", ["https://cal.example.com:8443/v2"]],
    ["http://localhost:5555/v2", ["http://localhost:5555/v2"]],
    ["localhost:5555", ["http://localhost:5555/v2", "http://localhost:5555/api/v2"]],
    ["127.0.0.1:5555/v2", ["http://127.0.0.1:5555/v2"]],
    ["https://localhost/v2", ["https://localhost/v2"]],
    ["http://127.8.9.10:5555/v2", ["http://127.8.9.10:5555/v2"]],
    ["[::1]:5555/v2", ["http://[::1]:5555/v2"]],
    ["http://[0:0:0:0:0:0:0:1]:5555/v2", ["http://[::1]:5555/v2"]],
    ["Cal.LocalHost:5555/v2", ["http://cal.localhost:5555/v2"]],
    ["[2001:db8::1]/v2", ["https://[2001:db8::1]/v2"]],
    ["cal.example.com:80/v2", ["https://cal.example.com:80/v2"]],
    ["cal.example.com/v2?from=http://a.example", ["https://cal.example.com/v2"]],
  ])("typed as %j is asked at %j", (typed, candidates) => {
    expect(parseServer("self-hosted", typed, "")).toMatchObject({ ok: true, candidates, webUrl: null });
  });

  it.each([
    ["", "emptyUrl"],
    ["   ", "emptyUrl"],
    ["https://", "badUrl"],
    ["not a url", "badUrl"],
    ["ftp://cal.example.com", "badUrl"],
    ["xhttps://cal.example.com/v2", "badUrl"],
    ["https://user@cal.example.com", "badUrl"],
    ["https://:secret@cal.example.com", "badUrl"],
    ["https://cal~example.com", "badUrl"],
    ["https://~cal.example.com", "badUrl"],
    ["https://cal.example.com~", "badUrl"],
    ["javascript:alert(1)", "badUrl"],
    ["https://user:secret@cal.example.com", "badUrl"],
    ["https://cal.example.com/somewhere", "badUrl"],
    ["https://cal.example.com/v22", "badUrl"],
    ["http://cal.example.com", "insecureUrl"],
    ["http://localhost.example.com", "insecureUrl"],
    ["http://192.168.1.5/v2", "insecureUrl"],
    ["http://[::2]/v2", "insecureUrl"],
    ["http://[2001:db8::1]/v2", "insecureUrl"],
    ["http://127.0.0.1.example.com/v2", "insecureUrl"],
    ["http://notlocalhost/v2", "insecureUrl"],
    ["http://not-localhost/v2", "insecureUrl"],
    ["http://evil.notlocalhost/v2", "insecureUrl"],
    ["http://localhost.evil/v2", "insecureUrl"],
    ["http://a127.0.0.1/v2", "badUrl"],
    ["http://128.0.0.1/v2", "insecureUrl"],
    ["http://0.0.0.0/v2", "insecureUrl"],
    ["http://[::]/v2", "insecureUrl"],
    ["http://[::ffff:127.0.0.1]/v2", "insecureUrl"],
    ["http://localhost./v2", "insecureUrl"],
    ["::1", "badUrl"],
  ] as const)("typed as %j is refused: %s", (typed, problem) => {
    expect(parseServer("self-hosted", typed, "")).toEqual({ ok: false, problem });
  });

  it("needs a permission that names no port", () => {
    expect(parseServer("self-hosted", "https://cal.example.com:8443", "")).toMatchObject({
      origin: "https://cal.example.com/*",
    });
    expect(parseServer("self-hosted", "localhost:5555", "")).toMatchObject({ origin: "http://localhost/*" });
    expect(parseServer("self-hosted", "[::1]:5555", "")).toMatchObject({ origin: "http://[::1]/*" });
  });
});

describe("a self-hosted web app", () => {
  it.each([
    ["", null],
    ["app.example.com/", "https://app.example.com"],
    ["https://app.example.com:8443/settings", "https://app.example.com:8443"],
    ["http://localhost:3000", "http://localhost:3000"],
  ])("typed as %j is at %j", (typed, webUrl) => {
    expect(parseServer("self-hosted", "cal.example.com", typed)).toMatchObject({ ok: true, webUrl });
  });

  it.each([["http://app.example.com"], ["ftp://app.example.com"], ["no url"], ["javascript:alert(1)"]])(
    "typed as %j is refused",
    (typed) => {
      expect(parseServer("self-hosted", "cal.example.com", typed)).toEqual({
        ok: false,
        problem: "badWebUrl",
      });
    },
  );
});

describe("a key is sent", () => {
  it.each([
    "https://api.cal.com/v2/me",
    "http://localhost/v2",
    "http://a.localhost:5555/v2",
    "http://127.0.0.1/v2",
  ])("to %s", (url) => {
    expect(isSafe(new URL(url))).toBe(true);
  });

  it.each([
    "http://api.cal.com/v2/me",
    "http://notlocalhost/v2",
    "http://xlocalhost:5555/v2",
    "http://localhost.example.com/v2",
    "http://127.0.0.1.example.com/v2",
    "http://localhost@evil.example/v2",
    "ftp://api.cal.com/v2",
  ])("never to %s", (url) => {
    expect(isSafe(new URL(url))).toBe(false);
  });
});
