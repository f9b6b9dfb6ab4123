import { poll } from "../poll.ts";
import { type Bidi, callIn, connectBidi } from "./bidi.ts";
import { EXTENSION_HOST, KEEP_ACCESSIBILITY_TREE } from "./privileged.ts";
import { zipFolder } from "./zip.ts";

/** A running Firefox that this driver talks to. */
export interface FirefoxSession {
  bidi: Bidi;
  version: string;
  /** Runs a function of `privileged.ts` in the browser itself. */
  inBrowser<T>(source: string, ...args: unknown[]): Promise<T>;
}

interface Tree {
  contexts: { context: string }[];
}

/** @param bidiUrl what Firefox printed at its start. */
export async function openSession(bidiUrl: string): Promise<FirefoxSession> {
  const bidi = await connectBidi(bidiUrl);
  const { capabilities } = await bidi.send<{ capabilities: { browserName: string; browserVersion: string } }>(
    "session.new",
    { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } },
  );
  const { contexts } = await bidi.send<Tree>("browsingContext.getTree", { "moz:scope": "chrome" });
  const browserWindow = contexts[0]?.context;
  if (browserWindow === undefined) throw new Error("Firefox started without a window.");
  await callIn(bidi, browserWindow, KEEP_ACCESSIBILITY_TREE);
  return {
    bidi,
    version: `${capabilities.browserName} ${capabilities.browserVersion}`,
    inBrowser: (source, ...args) => callIn(bidi, browserWindow, source, args),
  };
}

/**
 * Installs the extension: for good where the edition of Firefox allows that for an unsigned one, so that a restart is
 * a restart; else for this session.
 *
 * @returns whether it stays installed over a restart.
 */
export async function installExtension(session: FirefoxSession, dir: string): Promise<boolean> {
  const value = (await zipFolder(dir)).toString("base64");
  try {
    await session.bidi.send("webExtension.install", {
      extensionData: { type: "base64", value },
      "moz:permanent": true,
    });
    return true;
  } catch {
    await session.bidi.send("webExtension.install", { extensionData: { type: "path", path: dir } });
    return false;
  }
}

/** Waits until the extension runs; `moz-extension://…`, without a slash at the end. */
export async function extensionOrigin(session: FirefoxSession, id: string): Promise<string> {
  return `moz-extension://${await session.inBrowser<string>(EXTENSION_HOST, id)}`;
}

/** Opens an address of the extension in a new tab and waits until it is loaded; returns the browsing context. */
export async function openTab(session: FirefoxSession, url: string): Promise<string> {
  const { context } = await session.bidi.send<{ context: string }>("browsingContext.create", { type: "tab" });
  await navigate(session, context, url);
  return context;
}

/**
 * Loads an address of the extension. The end of such a navigation is never reported, so the page itself is asked; and a
 * tab that is still busy with its first blank page may drop it, so it is asked for again.
 */
export async function navigate(session: FirefoxSession, context: string, url: string): Promise<void> {
  const isThere = "(url) => location.href === url && document.readyState === 'complete'";
  let asked = false;
  await poll(`${url} to load`, async () => {
    if (!asked) await session.bidi.send("browsingContext.navigate", { context, url, wait: "none" });
    asked = true;
    return callIn<boolean>(session.bidi, context, isThere, [url]);
  });
}

/** The tabs that are open, first the one the browser started with. */
export async function tabs(session: FirefoxSession): Promise<string[]> {
  const { contexts } = await session.bidi.send<Tree>("browsingContext.getTree", {});
  return contexts.map(({ context }) => context);
}
