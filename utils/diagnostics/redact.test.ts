import { describe, expect, test } from "vitest";
import { isDefinitive } from "../status/definitive.ts";
import { redacted, shortened } from "./redact.ts";

describe("Cal.com's messages", () => {
  test.each([
    ["Failed for dana@example.com: timeout", "Failed for [mail]: timeout"],
    ["GET https://caldav.example.com/u/1?token=x failed", "GET [link] failed"],
    ["getaddrinfo ENOTFOUND mail.example.org", "getaddrinfo ENOTFOUND [host]"],
    ["connect ECONNREFUSED 10.1.2.3:443", "connect ECONNREFUSED [host]:443"],
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
    expect(redacted(message, ["calendar", "Access", "connected"])).toBe(message);
  });

  test.each([
    ["User dana@example.com might not exist in Google Workspace", ["User"]],
    ["Invalid delegationCredential of Acme", ["delegationCredential"]],
    ["tenantId is missing", ["missing"]],
  ])("%j stays definitive when names are taken out of it", (message, words) => {
    expect(isDefinitive(redacted(message, words))).toBe(true);
    expect(redacted(message, words)).not.toContain("dana@");
  });

  test("one that would be definitive without a name does not become so", () => {
    const message = "tenantId of it is missing";
    expect(isDefinitive(redacted(message, [" of it"]).replace("[name]", ""))).toBe(true);
    expect(isDefinitive(redacted(message, [" of it"]))).toBe(false);
  });

  test("names of this account are left out, the longest first", () => {
    expect(redacted("No rights for Dana Lopez or Dana", ["Dana", "Dana Lopez"])).toBe(
      "No rights for [name] or [name]",
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
