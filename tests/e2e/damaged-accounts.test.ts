import { expect } from "vitest";
import type { AccountsRecord, HistoryRecord } from "../../utils/core/model/records.ts";
import { byRole } from "../support/browsers/control.ts";
import { brings } from "./stage/changes.ts";
import { connect } from "./stage/connect.ts";
import { waitUntilGone } from "./stage/controls.ts";
import { untilIdle } from "./stage/idle.ts";
import { fillIn, KEY, type Stage, untilBadge } from "./stage/stage.ts";
import { everythingStored, storedAccounts } from "./stage/stored.ts";
import { story } from "./stage/story.ts";

/** Writes into the store, as nothing but a fault does; null removes. */
function spoil(stage: Stage, records: Record<string, unknown>): Promise<void> {
  return stage.browser.inExtension(async ({ storage }, wrong) => {
    await storage.local.set(wrong);
    const gone = Object.entries(wrong).filter(([, record]) => record === null);
    await storage.local.remove(gone.map(([name]) => name));
  }, records);
}

/** All that is stored of accounts beside the lists of them, of which nothing may be lost. */
async function owned(stage: Stage): Promise<Record<string, unknown>> {
  const all = Object.entries(await everythingStored(stage));
  return Object.fromEntries(all.filter(([name]) => /^(key|history):/.test(name)));
}

story("a list of accounts that is damaged", { scenario: "all-well" }, async (stage, step) => {
  const { browser } = stage;
  await connect(stage);
  await untilIdle(stage);
  const [account] = await storedAccounts(stage);
  if (!account) throw new Error("No account was connected.");
  const { id } = account;
  const options = () => browser.openPage("options.html", { width: 800, height: 900 });

  await step("in one field costs nothing, and is told in the settings", async () => {
    const before = await owned(stage);
    await spoil(stage, { accounts: { version: 1, accounts: [{ ...account, label: -1 }] } });
    await browser.restart();
    const popup = await browser.openPopup();
    await popup.waitForText("are working");
    await popup.close();
    expect(await storedAccounts(stage)).toEqual([account]);
    await browser.restart();
    await untilIdle(stage);
    expect(await owned(stage)).toMatchObject(before);
    const page = await options();
    await page.waitForText("was repaired");
    await page.click(byRole("button", "All is right"));
    await waitUntilGone(page, "was repaired");
    await page.close();
    const names = Object.keys(await everythingStored(stage));
    expect(names.filter((name) => name.startsWith("damaged:"))).toEqual([]);
  });

  await step("while a page is open, is as it was as soon as it is opened again", async () => {
    await spoil(stage, { accounts: "nonsense" });
    const popup = await browser.openPopup();
    await popup.waitForText("are working");
    await popup.close();
    expect(await storedAccounts(stage)).toEqual([account]);
  });

  await step("with its copy is told, and nothing of the account is lost, start after start", async () => {
    const before = await owned(stage);
    await spoil(stage, { accounts: "nonsense", "accounts-copy": null });
    for (const _ of [1, 2]) {
      await browser.restart();
      await untilBadge(stage, "?");
      await expect.poll(async () => (await browser.badge()).title).toContain("not watched any more");
      await untilIdle(stage);
      expect(await owned(stage)).toEqual(before);
    }
    const popup = await browser.openPopup();
    await popup.waitForText("1 account is not in it any more");
    await popup.close();
  });

  await step("goes on where it was once the account is connected again", async () => {
    const { entries } = (await everythingStored(stage))[`history:${id}`] as HistoryRecord;
    const page = await options();
    await page.waitForText("1 account is not in it any more");
    await brings(page, "Connected as", () => fillIn(page, KEY));
    await waitUntilGone(page, "is not in it any more");
    await page.close();
    await untilIdle(stage);
    expect((await storedAccounts(stage)).map((one) => one.id)).toEqual([id]);
    const after = (await everythingStored(stage))[`history:${id}`] as HistoryRecord;
    expect(after.entries.slice(0, entries.length)).toEqual(entries);
    await untilBadge(stage, "");
  });

  await step("leaves nothing when the person wants what is kept to be deleted", async () => {
    await spoil(stage, { accounts: null, "accounts-copy": null });
    await browser.restart();
    await untilBadge(stage, "?");
    const page = await options();
    await page.click(byRole("button", "Delete what is kept"));
    await page.click(byRole("button", "Delete"));
    await waitUntilGone(page, "is not in it any more");
    await page.close();
    await untilIdle(stage);
    const all = await everythingStored(stage);
    expect(Object.keys(all).filter((name) => name.includes(id))).toEqual([]);
    expect(JSON.stringify(all)).not.toContain(KEY);
    expect((all.accounts as AccountsRecord).damage).toBeUndefined();
    await untilBadge(stage, "");
  });
});
