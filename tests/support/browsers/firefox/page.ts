import { writeFile } from "node:fs/promises";
import type { ExtensionPage } from "../browser-under-test.ts";
import {
  type Control,
  type ControlState,
  chooseOption,
  describeControl,
  prepareTyping,
  readControlState,
  readVisibleText,
} from "../control.ts";
import { poll } from "../poll.ts";
import type { RunFolder } from "../run-folder.ts";
import { callIn } from "./bidi.ts";
import { readFocused } from "./focused.ts";
import { keyActions, typingActions } from "./keys.ts";
import { locate, type NodeReference, nodesWhere } from "./locate.ts";
import type { FirefoxSession } from "./session.ts";

/**
 * A Firefox page behind the interface that both browsers share.
 *
 * @param context id of its browsing context.
 * @param close what closes a tab or the popup.
 */
export function firefoxPage(
  session: FirefoxSession,
  context: string,
  url: string,
  run: RunFolder,
  close: () => Promise<void>,
): ExtensionPage {
  const { bidi } = session;
  const call = <T>(source: string, args: readonly unknown[] = [], nodes: readonly NodeReference[] = []) =>
    callIn<T>(bidi, context, source, args, nodes);
  const act = (source: object) => bidi.send("input.performActions", { context, actions: [source] });
  const findEnabled = (control: Control) =>
    poll(`${describeControl(control)} in ${url}`, async () => {
      const node = await locate(bidi, context, control);
      const state = node && (await call<ControlState>(String(readControlState), [], [node]));
      return state?.visible && !state.disabled ? node : undefined;
    });
  const waitFor: ExtensionPage["waitFor"] = async (inPage, timeoutMs, ...args) => {
    await poll(`${inPage} in ${url}`, () => call<boolean>(String(inPage), args), timeoutMs);
  };
  const text = () => call<string>(String(readVisibleText));
  const press = (actions: object[]) => act({ type: "key", id: "keyboard", actions });

  return {
    url,
    evaluate: (inPage, ...args) => call(String(inPage), args) as never,
    async click(control) {
      const element = await findEnabled(control);
      const origin = { type: "element", element };
      const toElement = [{ type: "pointerMove", x: 0, y: 0, origin }];
      // A part of the page that is loaded meanwhile may push it away again.
      await poll(`${describeControl(control)} to be in sight`, async () => {
        await call(`(element) => element.scrollIntoView({ block: "center" })`, [], [element]);
        await act({ type: "pointer", id: "mouse", actions: toElement });
        return true;
      });
      const press = [...toElement, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      await act({ type: "pointer", id: "mouse", actions: press });
    },
    async type(control, value) {
      await call(String(prepareTyping), [], [await findEnabled(control)]);
      await press(value === "" ? keyActions("Backspace") : typingActions(value));
    },
    async select(control, option) {
      await call(String(chooseOption), [option], [await findEnabled(control)]);
    },
    async chooseFile(control, file) {
      const element = await poll(`${describeControl(control)} in ${url}`, () =>
        locate(bidi, context, control),
      );
      await bidi.send("input.setFiles", { context, element, files: [await run.put(file)] });
    },
    async press(key) {
      await press(keyActions(key));
    },
    async state(control) {
      const node = await locate(bidi, context, control);
      return node ? call<ControlState>(String(readControlState), [], [node]) : null;
    },
    focused: () => readFocused(session, context),
    async texts(role) {
      const nodes = await nodesWhere(bidi, context, { type: "accessibility", value: { role } });
      const states = nodes.map((node) => call<ControlState>(String(readControlState), [], [node]));
      return (await Promise.all(states)).filter(({ visible }) => visible).map((state) => state.text);
    },
    text,
    async screenshot(path, whole) {
      const origin = whole === "whole" ? "document" : "viewport";
      const { data } = await bidi.send<{ data: string }>("browsingContext.captureScreenshot", {
        context,
        origin,
      });
      await writeFile(path, Buffer.from(data, "base64"));
    },
    waitFor,
    async waitForText(wanted, timeoutMs) {
      await poll(`"${wanted}" in ${url}`, async () => (await text()).includes(wanted), timeoutMs);
    },
    close,
  };
}
