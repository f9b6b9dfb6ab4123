import { SHOULD_CHECK, type Trigger } from "../../core/schedule/triggers.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { isOnline } from "./ask.ts";
import { APART_MS, checkInTurn } from "./check-in-turn.ts";

/** Checks the accounts that an occasion is a reason for. Settles when the last of them is done; never rejects for one. */
export async function checkOnTrigger(occasion: Trigger): Promise<void> {
  const { intervalMinutes } = await readEffectiveSettings();
  const at = { now: Date.now(), intervalMinutes, online: isOnline() };
  const accounts = (await monitoredAccounts()).filter(({ status }) => SHOULD_CHECK[occasion](status, at));
  await checkInTurn(
    accounts.map((watched) => ({ watched, notBefore: 0 })),
    APART_MS.unattended,
  );
}
