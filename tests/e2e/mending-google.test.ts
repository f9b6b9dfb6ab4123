import { expect } from "vitest";
import { stepsOf } from "../../utils/core/mending/steps-of.ts";
import type { StatusRecord } from "../../utils/core/model/records.ts";
import { connect } from "../support/fake-cal/scenarios/build.ts";
import { brings, takesAway } from "./stage/changes.ts";
import { press } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { changesSince, checkUntil, settle, stepsShown, untilAsBefore } from "./stage/mending.ts";
import { startWebPages } from "./stage/pages.ts";
import { setStage } from "./stage/stage.ts";
import { story } from "./stage/story.ts";

const LOST = "No access to Google";
const OLD = "The old connection of Google is still there";
const REMOVE = "Remove the old connection";
const RESTORE = "Put everything back";

/** With the list kept for ten seconds, as at Cal.com. */
async function setGoogle() {
  const web = await startWebPages("app.cal.com");
  const stage = await setStage({ scenario: "all-well", cacheMs: 10_000, hosts: { "app.cal.com": web.port } });
  const google = connect("google_calendar", 135, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
    { externalId: "work@group.calendar.google.com", name: "Work", selected: true },
    { externalId: "family@group.calendar.google.com", name: "Family", selected: true },
    { externalId: "climbing@group.calendar.google.com", name: "Climbing" },
  ]);
  const outlook = connect("office365_calendar", 212, "dana@contoso.example", [
    { externalId: "AAMk0AAA=", name: "Calendar", primary: true, selected: true },
  ]);
  const owners = await settle(stage, [
    {
      name: "Dana",
      userId: 4412,
      connections: [google, outlook],
      bookings: { of: google, externalId: "work@group.calendar.google.com" },
      eventTypes: {
        Intro: { of: google, externalId: "family@group.calendar.google.com" },
        Review: { of: outlook, externalId: "AAMk0AAA=" },
      },
    },
  ]);
  const close = () => stage.close().then(web.close);
  return { ...stage, web, owners, close };
}

/** By the three buttons, with a step that is refused in between. The worker is stopped whenever it has nothing to do. */
story("Google is mended by three buttons", setGoogle, async (stage, step) => {
  const { browser, cal, web, owners } = stage;
  const [dana] = owners;
  if (!dana) throw new Error("Nobody is there.");
  const stepNow = ({ state, mendings }: StatusRecord) => mendings[0] && stepsOf(mendings[0], state);
  const isToBeRemoved = (status: StatusRecord) => stepNow(status)?.remove.state === "next";
  cal.control({ action: "break", credentialId: 135, how: "revoked" });
  await checkUntil(stage, dana, "The break", (status) => stepNow(status)?.connect.state === "next");
  await browser.stopWorker();
  const sent = () => cal.requests.length;

  await step(
    "the first step leads to where the app is connected again, by a link with that address",
    async () => {
      const popup = await browser.openPopup();
      await popup.waitForText(LOST);
      expect(await stepsShown(popup, LOST)).toEqual([
        "Next: Connect again",
        "After that: Remove the old connection",
        "After that: Put everything back",
      ]);
      expect(await popup.text()).toContain(
        'Check 2 calendars for conflicts, add bookings to "Work", and put 1 event type back.',
      );
      const href = await popup.evaluate(() => document.querySelector(".steps a")?.getAttribute("href"));
      expect(href).toBe("https://app.cal.com/apps/google-calendar");
      await press(popup, "Connect again", LOST);
      await expect.poll(() => web.visited).toEqual(["/apps/google-calendar"]);
      await popup.close().catch(() => undefined);
    },
  );

  await step(
    "the next one follows as soon as an answer shows the new one, in a page that is open",
    async () => {
      const page = await browser.openPage("popup.html");
      await page.waitForText(LOST);
      cal.control({ action: "add-again", credentialId: 135, newCredentialId: 501 });
      await checkUntil(stage, dana, "The new connection", isToBeRemoved);
      await page.waitForText(OLD);
      expect(await stepsShown(page, OLD)).toEqual([
        "Done: Connected again",
        "Next: Remove the old connection",
        "After that: Put everything back",
      ]);
      await page.close();
    },
  );

  await step("it asks before, and nothing is sent when that is cancelled", async () => {
    const popup = await browser.openPopup();
    const before = sent();
    await brings(popup, "Remove the old connection of Google Calendar (dana@example.com)?", () =>
      press(popup, REMOVE, OLD),
    );
    expect(await popup.text()).toContain("The new connection stays");
    await expect.poll(() => popup.focused()).toEqual({ role: "button", name: "Cancel" });
    await takesAway(popup, "The new connection stays", () => popup.click({ role: "button", name: "Cancel" }));
    await expect.poll(() => popup.focused()).toEqual({ role: "button", name: REMOVE });
    await untilIdle(stage);
    expect(changesSince(cal, before)).toEqual([]);
    await popup.close();
  });

  await step("nor when the new one broke meanwhile, which is said beside the button", async () => {
    // A list that is kept would show it as it was.
    cal.world.server.cacheMs = 0;
    cal.control({ action: "break", credentialId: 501, how: "revoked" });
    const popup = await browser.openPopup();
    const before = sent();
    await press(popup, REMOVE, OLD);
    await brings(popup, "The new connection does not work right now, so the old one was not removed.", () =>
      popup.click({ role: "button", name: "Remove" }),
    );
    await untilIdle(stage);
    expect(changesSince(cal, before)).toEqual([]);
    await popup.close();
    cal.control({ action: "mend", credentialId: 501 });
    cal.world.server.cacheMs = 10_000;
    await checkUntil(stage, dana, "The new connection", isToBeRemoved);
  });

  await step("what Cal.com refuses stays, with the reason", async () => {
    const path = "/v2/calendars/google/disconnect";
    cal.control({ action: "server", mode: "envelope-403", path, times: 1 });
    const popup = await browser.openPopup();
    await press(popup, REMOVE, OLD);
    await popup.click({ role: "button", name: "Remove" });
    await popup.waitFor(() => document.querySelector(".step-next [role=alert]") !== null);
    expect((await stepsShown(popup, OLD))[1]).toBe("Next: Remove the old connection");
    await popup.close();
  });

  await step("once it is removed the focus goes on to the third", async () => {
    const popup = await browser.openPopup();
    const before = sent();
    await press(popup, REMOVE, OLD);
    await brings(popup, "works again, but not everything is as it was", () =>
      popup.click({ role: "button", name: "Remove" }),
    );
    expect(changesSince(cal, before)).toEqual(["POST /v2/calendars/google/disconnect"]);
    await expect.poll(() => popup.focused()).toEqual({ role: "button", name: RESTORE });
    await popup.waitForText(
      'Check 2 calendars for conflicts, add bookings to "Work", and put 1 event type back.',
    );
    await popup.close();
  });

  await step("and then everything is exactly as it was at Cal.com", async () => {
    const popup = await browser.openPopup();
    await brings(popup, "Google Calendar works again. Everything is as it was.", () =>
      press(popup, RESTORE, "works again"),
    );
    await untilAsBefore(stage, owners);
    await popup.close();
  });
});
