import type { Page } from "puppeteer-core";
import type { Focused } from "../browser-under-test.ts";
import { elementsOf } from "../page.ts";
import { poll } from "../poll.ts";
import { isMeant } from "./find-accessible.ts";
import { READ_ACCESSIBLE } from "./privileged.ts";
import { callIn, contextOf } from "./session.ts";

const MARK = "has-the-focus-now";

/** Runs in the page: an id is what the page and the browser's accessibility tree know an element by. */
const MARK_ACTIVE = `() => {
  const active = document.activeElement;
  for (const old of document.querySelectorAll("#${MARK}")) if (old !== active) old.removeAttribute("id");
  if (!active || active === document.body) return null;
  active.id ||= "${MARK}";
  return { id: active.id, isPassword: active.matches("input[type=password]") };
}`;
const UNMARK = `() => document.querySelector("#${MARK}")?.removeAttribute("id")`;

/**
 * What has the focus, with role and name as Firefox computes them for assistive technology. Its tree follows the page a moment
 * later, so what it says counts once the page agrees.
 *
 * @param browserWindow the window the page is in.
 */
export async function readFocused(browserWindow: Page, page: Page): Promise<Focused | null> {
  const { focused } = await poll("what has the focus", async () => {
    const active = await callIn<{ id: string; isPassword: boolean } | null>(page, MARK_ACTIVE);
    if (active === null) return { focused: null };
    const seen = await callIn<Focused | null>(browserWindow, READ_ACCESSIBLE, contextOf(page), active.id);
    if (seen === null || !(await isActive(page, seen))) return undefined;
    // A password field has no role here, while Chromium calls it a textbox.
    return { focused: active.isPassword ? { ...seen, role: "textbox" } : seen };
  });
  await callIn(page, UNMARK);
  return focused;
}

async function isActive(page: Page, { role, name }: Focused): Promise<boolean> {
  const [active] = await elementsOf(page, () => [document.activeElement ?? document.body]);
  return active !== undefined && isMeant(active, { ...(role && { role }), name });
}
