import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDestination } from "./destination.ts";

describe("the destination", () => {
  it.each([
    [undefined],
    [null],
    [{}],
    [{ externalId: "" }],
    [{ externalId: " \t" }],
    [{ externalId: null }],
    [{ integration: "google_calendar" }],
  ])("of %j is blank", (raw) => {
    expect(readDestination(raw)).toEqual({ kind: "blank" });
  });

  it.each([["x"], [5], [false], [[]], [["a"]], [{ externalId: 5 }], [{ externalId: ["a"] }]])(
    "of %j says nothing",
    (raw) => {
      expect(readDestination(raw)).toEqual({ kind: "unknown" });
    },
  );

  it("is read with what its row says of where it is", () => {
    const row = { id: 871, integration: "google_calendar", externalId: "a", credentialId: 135 };
    const raw = { ...row, name: "A", updatedAt: "2026-02-17T16:40:02.511Z" };
    expect(readDestination({ ...raw, delegationCredentialId: "6b2f" })).toEqual({
      kind: "set",
      destination: {
        integration: "google_calendar",
        externalId: "a",
        name: "A",
        credentialId: 135,
        delegationCredentialId: "6b2f",
      },
      writtenAt: "2026-02-17T16:40:02.511Z",
    });
  });

  it("is read without what is blank or of a wrong type", () => {
    const raw = {
      externalId: "a",
      integration: "",
      name: 5,
      credentialId: "135",
      delegationCredentialId: " ",
      updatedAt: 1771346402,
    };
    expect(readDestination(raw)).toEqual({
      kind: "set",
      destination: {
        integration: null,
        externalId: "a",
        name: null,
        credentialId: null,
        delegationCredentialId: null,
      },
      writtenAt: null,
    });
  });

  it("may be anything at all", () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(["set", "blank", "unknown"]).toContain(readDestination(anything).kind);
      }),
    );
  });
});
