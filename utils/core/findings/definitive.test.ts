import { describe, expect, it } from "vitest";
import { answerOf, broken, danas, delegated, google } from "../../../tests/fixtures/bodies.ts";
import { after } from "../../../tests/support/unit/replay.ts";

const REMEMBERED = answerOf([google(135)], {});

describe("a message of Cal.com", () => {
  it.each([
    "Access token expired or revoked",
    "  ACCESS TOKEN expired or Revoked\n",
    "No primary calendar found",
    "Could not get calendar instance",
    "Error authorizing delegation credential",
    "Delegation credential without clientId or Secret",
    "Invalid DelegationCredential Settings: tenantId is missing",
    "Settings: tenantId is missing",
    "Make sure that the Client ID for the delegation credential is added to the Google Workspace Admin Console",
    "User dana@acme.example might not exist in Google Workspace",
    " user might not exist in Microsoft Azure Active Directory",
  ])("leaves no doubt: %j", (message) => {
    const shown = after(REMEMBERED).answer(answerOf([broken(google(135), message)]));
    expect(shown.findings).toContain("error connection-error 135");
    expect(shown.notify).toContain("connection-error 135");
  });

  it.each([
    "Could not get connected calendars",
    "Access token expired or revoked.",
    "invalid_grant",
    "The user might not exist in Google Workspace",
    "tenant is missing",
    "Something nobody has seen",
  ])("may be a blip: %j", (message) => {
    const shown = after(REMEMBERED).answer(answerOf([broken(google(135), message)]));
    expect(shown.findings).toContain("error connection-error 135?");
    expect(shown.notify).toEqual([]);
  });

  it("that is generic is no surer on an organisation's connection", () => {
    const shown = after(danas(delegated(google(0)))).answer(danas(broken(delegated(google(0)))));
    expect(shown.findings[0]).toMatch(/^error connection-error -1\/.*\?$/);
  });

  it.each([[5], [null], [{}], [["Access token expired or revoked"]]])(
    "that is %j says nothing",
    (message) => {
      const shown = after(REMEMBERED).answer(answerOf([broken(google(135), message)]));
      expect(shown.findings).toContain("error connection-error 135?");
    },
  );
});
