import { browser } from "wxt/browser";
import { tooltipOf } from "../../copy/badge/tooltip.ts";
import { passedBy, timeOf } from "../../core/clock.ts";
import { quietFor } from "../../core/findings/pass-quiet.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { BadgeAccount, BadgeInput } from "../../core/model/badge-input.ts";
import { coalesced } from "../../core/serial.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { readKey } from "../../storage/key.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatuses, writableStatus } from "../../storage/status.ts";
import { readUnstored } from "../../storage/unstored.ts";
import { BADGE_TEXT, badgeOf } from "./badge.ts";
import { pathsOf } from "./toolbar-icon.ts";

/**
 * Draws icon, badge and tooltip from what is stored. One drawing at a time: calls that come meanwhile share the next one, so the
 * last one drawn is the one of the latest store.
 */
export const draw = coalesced(drawOnce);

async function drawOnce(): Promise<void> {
  const known = await readBadgeInput();
  const now = Date.now();
  const { text, background, icon } = badgeOf(known, now);
  await Promise.all([
    browser.action.setIcon({ path: pathsOf(icon) }),
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: background }),
    browser.action.setBadgeTextColor({ color: BADGE_TEXT }),
    browser.action.setTitle({ title: tooltipOf(known, now) }),
  ]);
}

async function readBadgeInput(): Promise<BadgeInput> {
  const [read, settings] = [await readAccounts(), await readEffectiveSettings()];
  const accounts = valueOrNull(read)?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  const unstored = new Set(await readUnstored());
  const known: BadgeAccount[] = [];
  for (const account of accounts) {
    const status = writableStatus(statuses.get(account.id) ?? { kind: "missing" });
    if (!status) continue;
    const lacks = await lacking(account, status.state);
    const now = Date.now();
    // Also should it not be possible to store that something has ended.
    const state = quietFor(status.state, now, passedBy(status, timeOf(status, now)));
    known.push({ account, state, lacks, notStored: unstored.has(account.id) });
  }
  const newer = read.kind === "newer" || known.length < accounts.length;
  const lost = valueOrNull(read)?.damage?.lost.length ?? 0;
  return { accounts: known, settings, newer, lost };
}

async function lacking(account: Account, state: AccountState): Promise<BadgeAccount["lacks"]> {
  // WHY [key]: one that was kept for the session is missed at once after a restart, before any check could fail.
  // (docs/decisions/0007-unwatched-is-unknown.md)
  if ((await readKey(account)) === null) return "key";
  return state.lastFailure?.reason === "no-permission" ? "permission" : null;
}
