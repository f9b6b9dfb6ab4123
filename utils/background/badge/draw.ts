import { browser } from "wxt/browser";
import { tooltipOf } from "../../copy/badge/tooltip.ts";
import { coalesced } from "../../core/serial.ts";
import { BADGE_TEXT, badgeOf } from "./badge.ts";
import { readBadgeInput } from "./read-badge-input.ts";

/**
 * Draws badge and tooltip from what is stored. One drawing at a time: calls that come meanwhile share the next one, so the
 * last one drawn is the one of the latest store.
 */
export const draw = coalesced(drawOnce);

async function drawOnce(): Promise<void> {
  const known = await readBadgeInput();
  const now = Date.now();
  const { text, background } = badgeOf(known, now);
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: background }),
    browser.action.setBadgeTextColor({ color: BADGE_TEXT }),
    browser.action.setTitle({ title: tooltipOf(known, now) }),
  ]);
}
