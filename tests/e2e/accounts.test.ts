import { expect } from "vitest";
import type { ExtensionPage } from "../support/browsers/browser-under-test.ts";
import { byLabel, byRole } from "../support/browsers/control.ts";
import { listsOf } from "./stage/actions.ts";
import { brings, pressUntilDone } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { choose, waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { recordsWith } from "./stage/key-watch.ts";
import { fillIn, KEY, RED, untilBadge, waitForAlert } from "./stage/stage.ts";
import { everythingStored, storedAccounts, storedStatus } from "./stage/stored.ts";
import { story } from "./stage/story.ts";
import { checkNow, letTimePass } from "./stage/time.ts";
import { setStageWith } from "./stage/two-servers.ts";

const NEW_KEY = "cal_live_of_the_company";

const setTwoServers = () => setStageWith("api.cal.eu", "everyday", { scenario: "lively" });

/** Two accounts of one person, on two servers. */
story("several accounts", setTwoServers, async (stage, step) => {
  const { other: eu } = stage;
  await connect(stage);
  await untilBadge(stage, "5");
  step.beforeEach(() => stage.browser.stopWorker());

  const badge = async () => (await stage.browser.badge()).text;
  const colour = async () => (await stage.browser.badge()).color.slice(0, 3);
  const options = () => stage.browser.openPage("options.html", { width: 800, height: 900 });
  const names = (page: ExtensionPage) =>
    page.evaluate(() => [...document.querySelectorAll("article h3")].map((heading) => heading.textContent));

  await step("refuses a key of an account that is connected already, and stores nothing", async () => {
    const before = await everythingStored(stage);
    const page = await options();
    await page.click(byRole("button", "Add account"));
    await fillIn(page, KEY);
    await waitForAlert(page, /\(dana@example\.com\) is already connected\./);
    expect(await everythingStored(stage)).toEqual(before);
    await page.click(byRole("button", "Cancel"));
    await expect.poll(page.focused).toEqual({ role: "button", name: "Add account" });
    await page.close();
  });

  await step("adds another one, and the badge adds up", async () => {
    const page = await options();
    await page.click(byRole("button", "Add account"));
    await brings(page, "Connected as Dana Lopez (dana@example.com)", () => fillIn(page, KEY, "Cal.com EU"));
    await page.waitFor(() => document.querySelectorAll("article").length === 2);
    // Five of the first, and of the second the family's calendar, the team's rota and the birthdays.
    await expect.poll(badge).toBe("8");
    await page.close();
  });

  await step("renames one, and its name is in the popup", async () => {
    const page = await options();
    await choose(page, "Rename", "Dana Lopez");
    await page.type(byLabel("Name"), "At home");
    await brings(page, "Renamed", () => page.press("Enter"));
    await choose(page, "Rename", "Dana Lopez");
    await page.type(byLabel("Name"), "At work");
    await brings(page, "Renamed", () => page.click(byRole("button", "Save")));
    await expect.poll(() => names(page)).toEqual(["At home", "At work"]);
    await page.close();
    await stage.browser.stopWorker();
    const popup = await stage.browser.openPopup();
    await popup.waitForText("At home");
    await popup.waitForText("At work");
    await popup.close();
  });

  await step("leaves the name as it is when one thinks better of it", async () => {
    const page = await options();
    await choose(page, "Rename", "At work");
    await page.type(byLabel("Name"), "Elsewhere");
    await page.press("Escape");
    await expect.poll(() => page.state(byLabel("Name"))).toBeNull();
    await untilIdle(stage);
    expect(await names(page)).toEqual(["At home", "At work"]);
    expect((await storedAccounts(stage)).map(({ label }) => label)).toEqual(["At home", "At work"]);
    await page.close();
  });

  await step(
    "moves one up, says where it is now, and keeps the focus on the button of the menu",
    async () => {
      const page = await options();
      await brings(page, "At work is number 1 of 2 now", () => choose(page, "Move up", "At work"));
      await expect.poll(() => names(page)).toEqual(["At work", "At home"]);
      await expect.poll(page.focused).toEqual({ role: "button", name: "More for At work" });
      await page.close();
      await stage.browser.restart();
      const popup = await stage.browser.openPopup();
      await popup.waitForText("At home");
      const text = await popup.text();
      expect(text.lastIndexOf("At work")).toBeLessThan(text.lastIndexOf("At home"));
      await popup.close();
    },
  );

  await step("asks about one after the other, in their order, and about each once", async () => {
    await letTimePass(stage, 20_000);
    const asked = [listsOf(stage.cal).length, listsOf(eu).length] as const;
    const popup = await stage.browser.openPopup();
    await pressUntilDone(popup, "Check now");
    const [first, ...moreOfFirst] = listsOf(eu).slice(asked[1]);
    const [second, ...moreOfSecond] = listsOf(stage.cal).slice(asked[0]);
    expect([moreOfFirst, moreOfSecond]).toEqual([[], []]);
    // They are sent half a second apart, but on a busy machine the first may arrive late: only the order can be asserted.
    expect(second?.time).toBeGreaterThanOrEqual(first?.time ?? Number.POSITIVE_INFINITY);
    await popup.close();
  });

  await step("does not keep one waiting for the other one's server", async () => {
    eu.control({ action: "server", mode: "hang" });
    stage.cal.control({ action: "break", credentialId: 212, how: "revoked" });
    await letTimePass(stage, 20_000);
    const popup = await stage.browser.openPopup();
    const lost = "No access to Outlook";
    await brings(popup, lost, () => popup.click(byRole("button", "Check now")));
    expect(await popup.state(byRole("button", "Checking…"))).toMatchObject({ disabled: true });
    await popup.close();
    await expect.poll(colour).toEqual(RED);
    eu.control({ action: "server", mode: "normal" });
    stage.cal.control({ action: "mend", credentialId: 212 });
    await stage.browser.stopWorker();
    await checkNow(stage);
    await expect.poll(colour).not.toEqual(RED);
    expect(await badge()).toBe("8");
  });

  await step("gives one another key, and leaves that of the other alone", async () => {
    eu.control({ action: "add-key", key: NEW_KEY });
    const page = await options();
    await choose(page, "Replace key", "At work");
    await page.type(byLabel("API key"), NEW_KEY);
    await brings(page, "Key replaced", () => page.click(byRole("button", "Save key")));
    await page.close();
    const [work, home] = await storedAccounts(stage);
    expect(await recordsWith(stage.browser, NEW_KEY)).toEqual([`local key:${work?.id}`]);
    expect(await recordsWith(stage.browser, KEY)).toEqual([`local key:${home?.id}`]);
    await checkNow(stage);
    expect(listsOf(eu).at(-1)?.headers.authorization).toBe(`Bearer ${NEW_KEY}`);
    expect(listsOf(stage.cal).at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  await step("says whose key is rejected, and still watches the other", async () => {
    eu.control({ action: "key", state: "expired" });
    await checkNow(stage);
    await expect.poll(badge).toBe("!");
    await expect.poll(async () => (await stage.browser.badge()).title).toContain("At work");
    expect((await storedStatus(stage, 1)).state.failures).toBe(0);
    eu.control({ action: "key", state: "valid" });
    await checkNow(stage);
    await expect.poll(badge).toBe("8");
  });

  await step("removes one after a question, with everything that was stored of it", async () => {
    const [work] = await storedAccounts(stage);
    const page = await options();
    await brings(page, "Remove the account of At work?", () => choose(page, "Remove", "At work"));
    await expect.poll(page.focused).toEqual({ role: "button", name: "Cancel" });
    await stage.browser.stopWorker();
    await brings(page, "Account removed", () => page.click(byRole("button", "Remove account")));
    await waitUntilGone(page, "At work");
    await expect.poll(badge).toBe("5");
    await untilIdle(stage);
    const left = Object.entries(await everythingStored(stage));
    expect(left.filter(([name, value]) => (name + JSON.stringify(value)).includes(work?.id ?? "?"))).toEqual(
      [],
    );
    expect(await recordsWith(stage.browser, NEW_KEY)).toEqual([]);
    await page.close();
  });

  await step("does not ask about it any more, and still watches the other after a restart", async () => {
    const asked = eu.requests.length;
    await stage.browser.restart();
    await checkNow(stage);
    await untilIdle(stage);
    expect(eu.requests.length).toBe(asked);
    expect(await badge()).toBe("5");
  });
});
