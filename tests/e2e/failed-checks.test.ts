import { expect } from "vitest";
import { pressSwitch, rowOf } from "./stage/calendar-row.ts";
import { connect } from "./stage/connect.ts";
import { untilIdle } from "./stage/idle.ts";
import { storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow } from "./stage/time.ts";
import { type FrontAnswer, startFront } from "./stage/web-app.ts";

const said = (status: number, code: string, message: string, details?: object): FrontAnswer => ({
  status,
  headers: { "content-type": "application/json" },
  body: { status: "error", error: { code, message, details } },
});

/** What is said of a check, and of an action, that Cal.com or something on the way did not answer well. */
story("an account whose server answers something else", { scenario: "lively" }, async (stage, step) => {
  await connect(stage);
  await untilIdle(stage);
  let answer: { method: string; path: string; with: FrontAnswer } | null = null;
  const front = await startFront(stage.cal, "api.cal.com", (method, path) =>
    answer && method === answer.method && path.startsWith(answer.path) ? answer.with : null,
  );
  stage.browser.setHosts({ "api.cal.com": front.port });

  const lastFailure = async () => (await storedStatus(stage)).state.lastFailure;

  async function expectSaid(with_: FrontAnswer, says: string): Promise<void> {
    answer = { method: "GET", path: "/v2/calendars", with: with_ };
    await checkNow(stage);
    const popup = await stage.browser.openPopup();
    await popup.waitForText(says);
    expect(await popup.text()).not.toMatch(/did not come from Cal\.com's API/);
    await popup.close();
  }

  await step("says that the address sends elsewhere, and goes there with no key", async () => {
    const location = "https://login.example/";
    await expectSaid(
      { status: 302, headers: { location } },
      "sends visitors elsewhere, as a sign-in page does",
    );
    expect(await lastFailure()).toEqual({ reason: "redirected" });
    await untilIdle(stage);
    expect(stage.browser.refusedHosts().filter((host) => host.includes("login"))).toEqual([]);
  });

  await step("says what Cal.com says, and keeps nothing of what it repeats", async () => {
    const details = { errors: [{ value: "a-secret-value" }] };
    await expectSaid(
      said(404, "NotFoundException", "User\u202e not found.", details),
      "Cal.com says: User not found (404).",
    );
    expect(await lastFailure()).toEqual({ reason: "cal-error", status: 404, message: "User not found" });
    const stored = await stage.browser.inExtension((browser) => browser.storage.local.get(null));
    expect(JSON.stringify(stored)).not.toContain("a-secret-value");
  });

  await step("says of a token that may only read what it may not, beside the switch", async () => {
    answer = null;
    await checkNow(stage);
    answer = {
      method: "POST",
      path: "/v2/selected-calendars",
      with: said(403, "ForbiddenException", "insufficient_scope: token does not have the required scopes."),
    };
    const popup = await stage.browser.openPopup();
    await pressSwitch(popup, "Family");
    await expect
      .poll(async () => (await rowOf(popup, "Family"))?.alert)
      .toContain("may read, but not change anything");
    expect((await rowOf(popup, "Family"))?.isChecked).toBe(false);
    await popup.close();
    await untilIdle(stage);
    expect((await storedStatus(stage)).state.rejection).toBeNull();
  });

  await step("says of a calendar that is chosen twice to remove the old connection first", async () => {
    answer = {
      method: "DELETE",
      path: "/v2/selected-calendars",
      with: said(400, "BadRequestException", "Multiple SelecteCalendars found. Skipping deletion"),
    };
    const popup = await stage.browser.openPopup();
    await pressSwitch(popup, "dana@example.com");
    await expect
      .poll(async () => (await rowOf(popup, "dana@example.com"))?.alert)
      .toMatch(/holds this choice twice.*Remove the old connection first/);
    await popup.close();
  });

  await step("says of a token that it may not read calendars at all", async () => {
    await untilIdle(stage);
    await expectSaid(
      said(403, "ForbiddenException", "insufficient_scope: token does not have the required scopes."),
      "This token may not read calendars",
    );
    expect((await storedStatus(stage)).state.rejection).toBe("scope");
  });

  await front.close();
});
