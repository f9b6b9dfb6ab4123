import { IS_CHECKED, type Occasion } from "../../core/schedule/triggers.ts";
import { settingsInForce } from "../../storage/settings.ts";
import { watchedAccounts } from "../monitored-accounts.ts";
import { isOnline } from "./ask.ts";
import { checkInTurn } from "./check-in-turn.ts";

const APART_MS = 1_500;

/** Checks the accounts that an occasion is a reason for. Settles when the last of them is done; never rejects for one. */
export async function checkOn(occasion: Occasion): Promise<void> {
  const { intervalMinutes } = await settingsInForce();
  const at = { now: Date.now(), intervalMinutes, online: isOnline() };
  const accounts = (await watchedAccounts()).filter(({ status }) => IS_CHECKED[occasion](status, at));
  await checkInTurn(
    accounts.map((watched) => ({ watched, notBefore: 0 })),
    APART_MS,
  );
}
