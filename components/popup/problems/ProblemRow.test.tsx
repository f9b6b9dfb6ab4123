// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import type { ProblemRowView } from "../../../utils/screen/problems/problem-row.ts";
import { type OpenRows, ProblemRow } from "./ProblemRow.tsx";

const marking = { begin: vi.fn(), done: vi.fn() };
const LOOK: ProblemRowView = {
  title: "No access to Google",
  effect: "No free times, or double bookings",
  button: { does: "open", label: "Look" },
};

/** Rows as the popup keeps them. */
function keptRows(draw: (rows: OpenRows) => void): void {
  const open = new Map<string, boolean>();
  const rows: OpenRows = {
    isOpen: (key, atFirst) => open.get(key) ?? atFirst,
    toggle(key, isOpen) {
      open.set(key, isOpen);
      act(() => draw(rows));
    },
    isAllShown: true,
    showAll: vi.fn(),
  };
  act(() => draw(rows));
}

function row(rows: OpenRows, change: { id?: string; isFirst?: boolean; isOpenAtFirst?: boolean } = {}) {
  return (
    <ProblemRow
      id="problem-1"
      rowKey="google"
      look="error"
      row={LOOK}
      isFirst
      rows={rows}
      marking={marking}
      {...change}
    >
      {(isReplacingKey) => <p class="rest">{isReplacingKey ? "by its button" : "by its line"}</p>}
    </ProblemRow>
  );
}

afterEach(() => render(null, document.body));

const rest = () => document.querySelector(".rest")?.textContent ?? null;
const opener = () => document.querySelector<HTMLButtonElement>(".problem-opener");
const button = () => document.querySelector<HTMLButtonElement>(".problem > .button");

test("opens by its line and by its button, and tells which; open, it has no button for that", () => {
  keptRows((rows) => render(row(rows), document.body));
  expect([rest(), opener()?.getAttribute("aria-expanded")]).toEqual([null, "false"]);
  act(() => button()?.click());
  expect([rest(), opener()?.getAttribute("aria-expanded"), button()]).toEqual([
    "by its button",
    "true",
    null,
  ]);
  act(() => opener()?.click());
  act(() => opener()?.click());
  expect(rest()).toBe("by its line");
});

test("its button is called after what it is about, and is filled in the first row alone", () => {
  keptRows((rows) => render(row(rows), document.body));
  expect(button()?.getAttribute("aria-label")).toBe("Look, No access to Google");
  expect(button()?.className).toBe("button main");
  keptRows((rows) => render(row(rows, { isFirst: false }), document.body));
  expect(button()?.className).toBe("button");
});

test("what was open at first stays open when something else is next", () => {
  let isOpenAtFirst = true;
  let draw = () => {};
  keptRows((rows) => {
    draw = () => render(row(rows, { isOpenAtFirst }), document.body);
    draw();
  });
  isOpenAtFirst = false;
  act(draw);
  expect(rest()).not.toBeNull();
});

test("stays open when one of several that it stands for is over", () => {
  let id = "problem-first";
  let draw = () => {};
  keptRows((rows) => {
    draw = () => render(row(rows, { id }), document.body);
    draw();
  });
  act(() => opener()?.click());
  id = "problem-second";
  act(draw);
  expect(document.querySelector("#problem-second .rest")).not.toBeNull();
});

test("nobody who marks a name to copy it opens the row", () => {
  keptRows((rows) => render(row(rows), document.body));
  vi.spyOn(globalThis, "getSelection").mockReturnValue({ isCollapsed: false } as Selection);
  act(() => document.querySelector<HTMLElement>(".problem-lines > p")?.click());
  expect(rest()).toBeNull();
});
