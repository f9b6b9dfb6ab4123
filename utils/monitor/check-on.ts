import { sleep } from "../platform/sleep.ts";
import { settingsInForce } from "../store/settings.ts";
import { isOnline } from "./ask.ts";
import { check } from "./check.ts";
import { IS_CHECKED, type Occasion } from "./occasions.ts";
import { watchedAccounts } from "./watched.ts";

/** Between the starts of two checks, so that several accounts don't all ask in the same second. */
const APART_MS = 1_500;

/** Checks the accounts that an occasion is a reason for. Settles when the last of them is done; never rejects for one. */
export async function checkOn(occasion: Occasion): Promise<void> {
  const { intervalMinutes } = await settingsInForce();
  const at = { now: Date.now(), intervalMinutes, online: isOnline() };
  const accounts = (await watchedAccounts()).filter(({ status }) => IS_CHECKED[occasion](status, at));
  await Promise.all(
    accounts.map(async ({ account }, place) => {
      if (place > 0) await sleep(place * APART_MS);
      await check(account.id);
    }),
  );
}
