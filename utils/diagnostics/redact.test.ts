import { describe, expect, test } from "vitest";
import { isDefinitive } from "../core/findings/definitive.ts";
import { redacted, shortened } from "./redact.ts";

describe("Cal.com's messages", () => {
  test.each([
    ["Failed for dana@example.com: timeout", "Failed for [mail]: timeout"],
    ["GET https://caldav.example.com/u/1?token=x failed", "GET [link] failed"],
    ["getaddrinfo ENOTFOUND mail.example.org", "getaddrinfo ENOTFOUND [host]"],
    ["connect ECONNREFUSED 10.1.2.3:443", "connect ECONNREFUSED [host]:443"],
    ["connect ECONNREFUSED 2001:db8::8a2e:370:7334", "connect ECONNREFUSED [host]"],
    ["connect to [fe80::1]:443, then ::ffff:10.1.2.3", "connect to [[host]]:443, then [host]"],
    ["at 2001:0db8:0:0:1:2:3:4 since 12:30:45", "at [host] since 12:30:45"],
    ["bad key cal_abcdefghijkl", "bad key [token]"],
    ["bad key cal_live_0123456789abcdef", "bad key [token]"],
    ["no delegation 6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10", "no delegation [id]"],
    ['Calendar "Family" not found', "Calendar [quoted] not found"],
    ["Invalid\nrequest\u202e", "Invalid request "],
  ])("%j is told as %j", (message, told) => {
    expect(redacted(message)).toBe(told);
  });

  test.each([
    "Could not get connected calendars",
    "Access token expired or revoked",
    "No primary calendar found",
  ])("%j is everybody's, whatever the calendars are called", (message) => {
    expect(redacted(message, new Set(["calendar", "access", "connected"]))).toBe(message);
  });

  test.each([
    ["User dana@example.com might not exist in Google Workspace", "user"],
    ["Invalid delegationCredential of Acme", "delegationcredential"],
    ["tenantId is missing", "missing"],
  ])("%j stays definitive when names are taken out of it", (message, word) => {
    expect(isDefinitive(redacted(message, new Set([word])))).toBe(true);
    expect(redacted(message, new Set([word]))).not.toContain("dana@");
  });

  test("names of this account are left out, however they are written", () => {
    expect(redacted("No rights for DANA Lopez, Dana", new Set(["dana", "lopez"]))).toBe(
      "No rights for [name] [name], [name]",
    );
  });

  test("is cut", () => {
    expect(redacted("word ".repeat(100))).toHaveLength(161);
  });
});

describe("a shortened name", () => {
  test.each([
    ["Family calendar", "Fam…"],
    ["dana@example.com", "dan…@exa…"],
    ["daniela@example.com", "dan…@exa…"],
    ["Work", "Wor…"],
    ["Dan", "Da…"],
    ["X", "…"],
    ["👩 Family", "👩 F…"],
    ["https://feeds.example.com/secret.ics", "(a link)"],
  ])("%s is %s", (name, short) => {
    expect(shortened(name)).toBe(short);
  });
});
