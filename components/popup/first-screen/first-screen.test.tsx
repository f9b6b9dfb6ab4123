// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { allScenes } from "../../../dev/gallery/scenes.ts";
import { NOW } from "../../../tests/fixtures/account.ts";
import * as naming from "../../../utils/copy/names.ts";
import { keptWords } from "../../../utils/screen/kept-words.ts";
import { type Screen, screenOf } from "../../../utils/screen/screen.ts";
import { assemble, type Stored } from "../../../utils/screen/stored.ts";
import { loadFirstParts } from "../lazy-parts.ts";
import { PopupPage } from "../PopupPage.tsx";
import { endFirstScreen, FIRST } from "./end-first-screen.ts";
import { FirstScreen } from "./FirstScreen.tsx";
import { toNodes } from "./to-node.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
});

afterEach(() => {
  // What is only taken off the page is drawn again later, and the texts are another test's by then.
  for (const app of document.body.children) render(null, app);
  document.body.replaceChildren();
});

const STATES = allScenes().filter(({ page, act }) => page === "popup" && act === null);

function read(records: Record<string, unknown>): { stored: Stored; screen: Screen | null } {
  const result = assemble(records);
  if (!result.ok) return { stored: { accounts: [] } as unknown as Stored, screen: null };
  return { stored: result.stored, screen: screenOf(result.stored, naming, NOW)?.screen ?? null };
}

function drawFirst(screen: Screen): HTMLElement {
  const app = document.createElement("div");
  const nodes = toNodes(<FirstScreen screen={screen} />) as Element[];
  for (const node of nodes) node.setAttribute(FIRST, "");
  app.append(...nodes);
  document.body.append(app);
  return app;
}

async function drawAll(stored: Stored, app: HTMLElement): Promise<void> {
  await loadFirstParts(stored);
  render(<PopupPage open={{ first: { ok: true, stored }, onChange: () => {} }} />, app);
  endFirstScreen(app);
}

/** What is to be seen and heard of an element itself: not what leads from one to another. */
function shown(element: Element): string {
  if (!element.isConnected) return `${element.tagName} gone`;
  const texts = [...element.childNodes].filter((node) => node instanceof Text);
  const attributes = [...element.attributes].filter(({ name }) => !LEADING.test(name));
  return [
    element.tagName,
    ...attributes.map(({ name, value }) => `${name}=${value}`).sort(),
    texts.map(({ data }) => data).join(""),
  ].join(" ");
}

const LEADING = /^(id|aria-labelledby|aria-describedby|data-first)$/;

/** A form, something that goes on by itself, or something open at first is in them: they are drawn from the whole store. */
const NOT_WORDS_ALONE =
  /^(setup|newer|damaged|part-newer|no-permission|key-forgotten|recovered|reconnecting|still-broken)$|snoozed|^bookings|^mending-|^old-connection$/;

test("words alone show all states but those with more than words in them", () => {
  const without = STATES.filter(({ records }) => read(records).screen === null).map(({ state }) => state);
  expect(without.filter((state) => !NOT_WORDS_ALONE.test(state))).toEqual([]);
  const broken = ["revoked", "two-problems", "forty-problems", "mending-connect", "twenty-accounts"];
  expect(without.filter((state) => broken.includes(state))).toEqual([]);
});

test.each(STATES)("$state is drawn as it is gone on with", async ({ records }) => {
  const { stored, screen } = read(records);
  if (screen === null) return;
  const app = drawFirst(screen);
  const elements = [...app.querySelectorAll("*")];
  const first = elements.map(shown);
  await drawAll(stored, app);
  expect(elements.map(shown)).toEqual(first);
});

test("all words of it are kept with it, so that the browser is asked for none", () => {
  const kept = Object.keys(keptWords().words).map((key) => key.replaceAll(".", "_"));
  const screens = STATES.map(({ records }) => read(records).screen).filter((screen) => screen !== null);
  const getMessage = vi.mocked(fakeBrowser.i18n.getMessage).mockClear();
  for (const screen of screens) drawFirst(screen);
  const asked = new Set(getMessage.mock.calls.map(([key]) => key));
  expect([...asked].filter((key) => !kept.includes(key))).toEqual([]);
});
