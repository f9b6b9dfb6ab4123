import type { Focused } from "../browser-under-test.ts";
import { poll } from "../poll.ts";
import { callIn } from "./bidi.ts";
import { nodesWhere } from "./locate.ts";
import { READ_ACCESSIBLE } from "./privileged.ts";
import type { FirefoxSession } from "./session.ts";

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
 */
export async function readFocused(session: FirefoxSession, context: string): Promise<Focused | null> {
  const call = <T>(source: string) => callIn<T>(session.bidi, context, source);
  const { focused } = await poll("what has the focus", async () => {
    const active = await call<{ id: string; isPassword: boolean } | null>(MARK_ACTIVE);
    if (active === null) return { focused: null };
    const seen = await session.inBrowser<Focused | null>(READ_ACCESSIBLE, context, active.id);
    if (seen === null || !(await isActive(session, context, seen))) return undefined;
    // A password field has no role here, while Chromium calls it a textbox.
    return { focused: active.isPassword ? { ...seen, role: "textbox" } : seen };
  });
  await call(UNMARK);
  return focused;
}

async function isActive(session: FirefoxSession, context: string, { role, name }: Focused): Promise<boolean> {
  const locator = { type: "accessibility", value: { ...(role && { role }), name } };
  const nodes = await nodesWhere(session.bidi, context, locator);
  const source = "(...nodes) => nodes.includes(document.activeElement)";
  return callIn<boolean>(session.bidi, context, source, [], nodes);
}
