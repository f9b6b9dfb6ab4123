import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConnection } from "./connection.ts";

const CALENDAR = { externalId: "a", name: "A", primary: true, readOnly: false, isSelected: true };
const ENTRY = {
  integration: { type: "google_calendar", title: "Google Calendar", slug: "google-calendar" },
  credentialId: 135,
  delegationCredentialId: null,
  primary: CALENDAR,
  calendars: [CALENDAR],
};

describe("an entry of the list", () => {
  it.each([
    ["whole", {}, "healthy"],
    ["with a blank message", { error: { message: "" } }, "healthy"],
    ["with a message", { error: { message: "No" } }, "broken"],
    ["without calendars", { calendars: undefined }, "broken"],
    ["with an empty list", { calendars: [] }, "broken"],
    ["with some calendars that can't be read", { calendars: [null, CALENDAR] }, "healthy"],
    ["with only such", { calendars: [null, {}] }, "malformed"],
    ["without integration", { integration: undefined }, "malformed"],
    ["with a blank type", { integration: { type: " " } }, "malformed"],
    ["without credentialId", { credentialId: undefined }, "malformed"],
    ["with a text as credentialId", { credentialId: "135" }, "malformed"],
    ["with a message and no type", { integration: {}, error: { message: "No" } }, "malformed"],
  ])("%s is %s", (_, more, condition) => {
    expect(readConnection({ ...ENTRY, ...more }).condition).toBe(condition);
  });

  it("trims the message, and knows none that is no text", () => {
    expect(readConnection({ ...ENTRY, error: { message: " No\n" } }).message).toBe("No");
    expect(readConnection({ ...ENTRY, error: { message: 5 } }).message).toBeNull();
    expect(readConnection({ ...ENTRY, error: "No" }).message).toBeNull();
  });

  it("tells an absent delegation from none", () => {
    const { delegationCredentialId: _, ...keyless } = ENTRY;
    expect(readConnection(keyless).delegationCredentialId).toBeUndefined();
    expect(readConnection(ENTRY).delegationCredentialId).toBeNull();
    expect(readConnection({ ...ENTRY, delegationCredentialId: "" }).delegationCredentialId).toBeNull();
    expect(readConnection({ ...ENTRY, delegationCredentialId: "6b2f" }).delegationCredentialId).toBe("6b2f");
  });

  it("has the app's title, else its name", () => {
    const named = (integration: object) =>
      readConnection({ ...ENTRY, integration: { type: "x", ...integration } }).appName;
    expect(named({ title: "", name: "Zoho" })).toBe("Zoho");
    expect(named({ title: "Zoho Calendar", name: "Zoho" })).toBe("Zoho Calendar");
    expect(named({})).toBeNull();
  });

  it("leaves a flag open that is no boolean, and takes only true for primary", () => {
    const odd = { externalId: "a", primary: "true", readOnly: 1, isSelected: null };
    expect(readConnection({ ...ENTRY, calendars: [odd] }).calendars).toMatchObject([
      { primary: false, readOnly: null, isSelected: null },
    ]);
  });

  it("counts the calendars that can't be read, but none beside a message", () => {
    const calendars = [CALENDAR, null, { externalId: "  " }, { externalId: 5 }];
    expect(readConnection({ ...ENTRY, calendars }).malformedCalendars).toBe(3);
    expect(readConnection({ ...ENTRY, calendars, error: { message: "No" } })).toMatchObject({
      calendars: [],
      malformedCalendars: 0,
    });
  });

  it("may be anything at all", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(["malformed", "healthy", "broken"]).toContain(readConnection(anything).condition);
      }),
    );
    for (const nothing of [null, undefined, 5, "x", [], {}]) {
      expect(readConnection(nothing)).toMatchObject({
        type: null,
        credentialId: null,
        condition: "malformed",
      });
    }
  });
});
