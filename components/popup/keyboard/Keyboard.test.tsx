// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Keyboard } from "./Keyboard.tsx";

const pressed = vi.fn();

function Page({ calendars, problems }: { calendars: string[]; problems: string[] }) {
  return (
    <>
      <Keyboard />
      <div class="problem-list">
        {problems.map((name) => (
          <article key={name} class="problem">
            <div class="problem-lines">
              <h3>
                <button type="button" class="problem-opener">
                  {name}
                </button>
              </h3>
            </div>
            <button type="button" class="button">
              Mend {name}
            </button>
          </article>
        ))}
      </div>
      <div class="filter">
        <input />
      </div>
      <ul class="list">
        {calendars.map((name) => (
          <li key={name} class="calendar">
            <button type="button" class="more" tabIndex={-1} onClick={() => pressed(`more ${name}`)}>
              more {name}
            </button>
            <button type="button" class="switch" tabIndex={-1} onClick={() => pressed(`switch ${name}`)}>
              switch {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

beforeEach(() => {
  pressed.mockReset();
});

afterEach(() => {
  render(null, document.body);
  document.documentElement.dir = "ltr";
});

function draw(calendars: string[], problems: string[] = []) {
  act(() => render(<Page calendars={calendars} problems={problems} />, document.body));
}

function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return event;
}

/** What the Tab key stops at, in the order of the page. */
const stops = () =>
  [...document.querySelectorAll<HTMLElement>("button")]
    .filter((one) => one.tabIndex === 0)
    .map((one) => one.textContent);

const focus = (css: string, at = 0) => document.querySelectorAll<HTMLElement>(css)[at]?.focus();

test("each part has one stop, whatever it has in it", () => {
  draw(["a", "b", "c"], ["one", "two"]);
  expect(stops()).toEqual(["one", "more a"]);
});

test("the stop is where the focus was last", () => {
  draw(["a", "b", "c"], ["one", "two"]);
  focus(".switch", 1);
  expect(stops()).toEqual(["one", "switch b"]);
  focus(".problem > .button", 1);
  expect(stops()).toEqual(["Mend two", "switch b"]);
});

test("when the stop goes with its row, the first of the part takes its place", async () => {
  draw(["a", "b", "c"], ["one"]);
  focus(".more", 2);
  draw(["a", "b"], ["one", "two"]);
  await vi.waitFor(() => expect(stops()).toEqual(["one", "more a"]));
});

test("arrows go from row to row, and take nothing else along", () => {
  draw(["a", "b"], ["one", "two"]);
  focus(".problem-opener");
  expect(press("ArrowDown").defaultPrevented).toBe(true);
  expect(document.activeElement?.textContent).toBe("two");
  press("ArrowRight");
  expect(document.activeElement?.textContent).toBe("Mend two");
  press("ArrowDown");
  expect(document.activeElement?.textContent).toBe("Mend two");
});

test("where lines are read from right to left, the left arrow goes on", () => {
  document.documentElement.dir = "rtl";
  draw(["a"]);
  focus(".more");
  press("ArrowLeft");
  expect(document.activeElement?.textContent).toBe("switch a");
});

test("Space is for the switch of a calendar and Enter for the rest of it, wherever the focus is in the row", () => {
  draw(["a", "b"]);
  focus(".more", 1);
  press(" ");
  expect(pressed.mock.calls).toEqual([["switch b"]]);
  focus(".switch", 1);
  press("Enter");
  expect(pressed.mock.calls).toEqual([["switch b"], ["more b"]]);
});

test("a slash goes to the filter, and is typed as it is within it", () => {
  draw(["a"]);
  focus(".more");
  press("/");
  expect(document.activeElement?.tagName).toBe("INPUT");
  expect(press("/").defaultPrevented).toBe(false);
});

test("keys together with others are the browser's", () => {
  draw(["a", "b"]);
  focus(".more");
  const event = new KeyboardEvent("keydown", {
    key: "ArrowDown",
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
  });
  document.activeElement?.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  expect(document.activeElement?.textContent).toBe("more a");
});
