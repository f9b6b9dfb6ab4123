import { browser } from "wxt/browser";
import { tooltipOf } from "../../copy/badge/tooltip.ts";
import { BADGE_TEXT, badgeOf } from "./badge.ts";
import { readBadgeInput } from "./read-badge-input.ts";

let drawing: Promise<void> = Promise.resolve();
let waiting: Promise<void> | null = null;

/**
 * Draws badge and tooltip from what is stored. One drawing at a time: calls that come meanwhile share the next one, so the
 * last one drawn is the one of the latest store.
 */
export function draw(): Promise<void> {
  waiting ??= drawing.then(() => {
    waiting = null;
    const drawn = drawOnce();
    drawing = drawn.catch(() => {});
    return drawn;
  });
  return waiting;
}

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
