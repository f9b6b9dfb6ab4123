// @vitest-environment happy-dom
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepEarlyDeeds } from "./early-deeds.ts";
import { endFirstScreen, FIRST } from "./end-first-screen.ts";
import { toNodes } from "./to-node.ts";

const pressed = vi.fn();
const typed = vi.fn();

function Page({ isAlive }: { isAlive: boolean }) {
  return (
    <main>
      <button type="button" {...(isAlive && { onClick: () => pressed() })}>
        <i />
        Check now
      </button>
      <input value="" {...(isAlive && { onInput: ({ currentTarget }) => typed(currentTarget.value) })} />
      <a href="#elsewhere">Elsewhere</a>
    </main>
  );
}

let app: HTMLElement;

beforeEach(() => {
  app = document.createElement("div");
  document.body.append(app);
  keepEarlyDeeds(app);
  app.append(...toNodes(<Page isAlive={false} />));
});

afterEach(() => {
  document.body.replaceChildren();
  pressed.mockReset();
  typed.mockReset();
});

function goOn(): void {
  render(<Page isAlive />, app);
  endFirstScreen(app);
}

test("what was pressed before anything answers is done once, as soon as it does", () => {
  app.querySelector("i")?.click();
  goOn();
  expect(pressed).toHaveBeenCalledTimes(1);
  app.querySelector("button")?.click();
  expect(pressed).toHaveBeenCalledTimes(2);
});

test("a link is not followed twice", () => {
  const followed = vi.fn((event: Event) => event.preventDefault());
  app.addEventListener("click", followed);
  app.querySelector("a")?.click();
  expect(followed).not.toHaveBeenCalled();
  goOn();
  expect(followed).toHaveBeenCalledTimes(1);
});

test("what was typed stays, and counts", () => {
  const field = app.querySelector("input");
  if (!field) throw new Error("There is no field.");
  field.value = "fam";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  goOn();
  expect(app.querySelector("input")?.value).toBe("fam");
  expect(typed.mock.calls).toEqual([["fam"]]);
});

test("what the page has no more of goes", () => {
  const left = document.createElement("footer");
  left.setAttribute(FIRST, "");
  app.firstElementChild?.setAttribute(FIRST, "");
  app.append(left);
  goOn();
  expect([...app.children].map(({ tagName }) => tagName)).toEqual(["MAIN"]);
});
