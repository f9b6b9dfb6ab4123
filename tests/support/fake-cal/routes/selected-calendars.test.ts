import { describe, expect, test } from "vitest";
import { ACME } from "../scenarios/organisation.ts";
import type { FakeCal } from "../server.ts";
import { ask, calendarsOf, start } from "../testing.ts";

const FAMILY = "family0123@group.calendar.google.com";

describe("POST /v2/selected-calendars", () => {
  test("selects, and echoes what was selected", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await select(fake, { externalId: FAMILY });
    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      status: "success",
      data: { userId: 4412, integration: "google_calendar", externalId: FAMILY, credentialId: 135 },
    });
    expect((await calendarsOf(fake, 135)).map(({ isSelected }) => isSelected)).toEqual([true, true, false]);
  });

  test("answers without data when it was selected already", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await select(fake, { externalId: "dana@example.com" });
    expect([answer.status, answer.json]).toEqual([201, { status: "success" }]);
    expect(fake.world.users[0]?.selections).toHaveLength(2);
  });

  test("does not ask the provider whether there is such a calendar", async () => {
    const fake = await start({ scenario: "everyday" });
    expect((await select(fake, { integration: "made-up", externalId: "nowhere" })).status).toBe(201);
  });

  test("is 404 for somebody else's credential", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await select(fake, { credentialId: 9 });
    expect([answer.status, answer.json?.error?.message]).toEqual([404, "Calendar credentials not found"]);
  });

  test("is 404 for a delegation's -1 without its id", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    expect((await select(fake, { credentialId: -1 })).status).toBe(404);
  });

  test("is 400 for missing and mistyped fields, and echoes them", async () => {
    const fake = await start();
    const body = { integration: 5, credentialId: "135" };
    const answer = await ask(fake, "/v2/selected-calendars", { method: "POST", body });
    expect(answer.status).toBe(400);
    expect(answer.json?.error).toMatchObject({
      code: "BadRequestException",
      message: "Bad Request Exception",
      details: {
        errors: [
          { target: body, value: 5, property: "integration", children: [], constraints: {} },
          { property: "externalId", constraints: { isString: "externalId must be a string" } },
          {
            value: "135",
            property: "credentialId",
            constraints: { isInt: "credentialId must be an integer number" },
          },
        ],
      },
    });
  });

  test("takes a delegation's calendar, again and again", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    const body = { externalId: "c_team@group.calendar.google.com", credentialId: -1 };
    for (let time = 0; time < 2; time += 1) {
      const answer = await select(fake, { ...body, delegationCredentialId: ACME.id });
      expect(answer.status).toBe(201);
      expect(answer.json?.data).toMatchObject({ externalId: body.externalId, credentialId: null });
    }
    expect((await calendarsOf(fake, -1)).map(({ isSelected }) => isSelected)).toEqual([true, true]);
  });

  test.for(["POST", "DELETE"])(
    "%s is 404 for an unknown delegation, and for one of others",
    async (method) => {
      const fake = await start({ scenario: "organisation-delegation" });
      fake.world.delegations.push({ id: "other", organizationId: 78 });
      const message = async (delegationCredentialId: string) => {
        const fields = { ...FIELDS, credentialId: -1, delegationCredentialId };
        const answer = method === "POST" ? await select(fake, fields) : await unselect(fake, fields);
        return [answer.status, answer.json?.error?.message];
      };
      expect(await message("none")).toEqual([
        404,
        "DelegationCredential with provided delegationCredentialId not found",
      ]);
      expect(await message("other")).toEqual([
        404,
        "User is not a member of the organization that owns the Delegation credential",
      ]);
    },
  );
});

describe("DELETE /v2/selected-calendars", () => {
  test("unselects, and echoes the row", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await unselect(fake, {});
    expect(answer.status).toBe(200);
    expect(answer.json?.data).toEqual({ userId: 4412, ...FIELDS });
    expect((await calendarsOf(fake, 135))[0]?.isSelected).toBe(false);
  });

  test("is 404 when it was not selected", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await unselect(fake, { externalId: FAMILY });
    expect([answer.status, answer.json?.error?.message]).toEqual([404, "No SelectedCalendar found."]);
  });

  test("is 400 after Outlook was added again, until the old connection is removed", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how: "failing" });
    fake.control({ action: "add-again", credentialId: 212, newCredentialId: 700 });
    const outlook = {
      integration: "office365_calendar",
      externalId: "AAMkAGQ1ZmFkLWVu0AAA=",
      credentialId: 700,
    };
    const refused = await unselect(fake, outlook);
    expect([refused.status, refused.json?.error?.message]).toEqual([
      400,
      "Multiple SelecteCalendars found. Skipping deletion",
    ]);
    fake.control({ action: "disconnect", credentialId: 212 });
    expect((await unselect(fake, outlook)).status).toBe(200);
  });

  test("leaves alone what an event type has selected for itself", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "select", externalId: FAMILY, eventTypeId: 3001 });
    expect((await calendarsOf(fake, 135)).map(({ isSelected }) => isSelected)).toEqual([true, false, false]);
    expect((await unselect(fake, { externalId: FAMILY })).status).toBe(404);
    await select(fake, { externalId: FAMILY });
    expect((await unselect(fake, { externalId: FAMILY })).status).toBe(200);
    expect(fake.world.users[0]?.selections).toContainEqual(expect.objectContaining({ eventTypeId: 3001 }));
  });

  test("goes by the calendar, whichever of the user's credentials is sent", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await unselect(fake, { credentialId: 212 });
    expect(answer.json?.data).toEqual({ userId: 4412, ...FIELDS });
  });

  test("is 400 when there are several rows, though of different credentials", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    fake.control({ action: "stale-selections", externalId: "dana@example.com", credentialId: 136 });
    const answer = await unselect(fake, {});
    expect(answer.status).toBe(400);
    expect(answer.json?.error?.message).toBe("Multiple SelecteCalendars found. Skipping deletion");
    expect(fake.world.users[0]?.selections).toHaveLength(2);
  });

  test("is 404 for somebody else's credential, and 400 without the fields", async () => {
    const fake = await start({ scenario: "everyday" });
    expect((await unselect(fake, { credentialId: 9 })).status).toBe(404);
    expect((await ask(fake, "/v2/selected-calendars", { method: "DELETE" })).status).toBe(400);
  });

  test("finds an address with characters that need encoding", async () => {
    const fake = await start({ scenario: "everyday" });
    const externalId = "https://caldav.icloud.com/2/calendars/0B$9AE#22E/";
    await select(fake, { externalId });
    expect((await unselect(fake, { externalId })).status).toBe(200);
  });

  test("unselects a delegation's calendar", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    const fields = { externalId: "dana@acme.example", credentialId: -1, delegationCredentialId: ACME.id };
    expect((await unselect(fake, fields)).status).toBe(200);
  });
});

const FIELDS = { integration: "google_calendar", externalId: "dana@example.com", credentialId: 135 };

function select(fake: FakeCal, fields: Record<string, unknown>) {
  return ask(fake, "/v2/selected-calendars", { method: "POST", body: { ...FIELDS, ...fields } });
}

function unselect(fake: FakeCal, fields: Record<string, string | number>) {
  const entries = Object.entries({ ...FIELDS, ...fields }).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(Object.fromEntries(entries));
  return ask(fake, `/v2/selected-calendars?${query}`, { method: "DELETE" });
}
