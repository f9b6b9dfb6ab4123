// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { offerUndo } from "./offer.ts";
import { UndoBar } from "./UndoBar.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  act(() => render(<UndoBar />, document.body));
});

afterEach(() => {
  act(() => offerUndo(null));
  render(null, document.body);
});

const button = () => document.querySelector("button");
const offer = (sentence: string, undo = () => {}) => act(() => offerUndo({ sentence, undo }));

test("says what was done, and takes it back once", () => {
  const undo = vi.fn();
  offer("Family is now checked for conflicts.", undo);
  expect(document.body.textContent).toContain("Family is now checked for conflicts.");
  expect(button()?.getAttribute("aria-label")).toBe("Undo, Family is now checked for conflicts.");
  act(() => button()?.click());
  expect(undo).toHaveBeenCalledTimes(1);
  expect(button()).toBeNull();
});

test("goes by itself after some seconds", () => {
  offer("Kept.");
  act(() => void vi.advanceTimersByTime(7_900));
  expect(button()).not.toBeNull();
  act(() => void vi.advanceTimersByTime(200));
  expect(button()).toBeNull();
});

test("stays as long as somebody is on it", () => {
  offer("Kept.");
  act(() => void button()?.dispatchEvent(new FocusEvent("focusin", { bubbles: true })));
  act(() => void vi.advanceTimersByTime(60_000));
  expect(button()).not.toBeNull();
});

test("the last thing that was done is the one that is offered, with all its time", () => {
  offer("One.");
  act(() => void vi.advanceTimersByTime(5_000));
  offer("Two.");
  act(() => void vi.advanceTimersByTime(5_000));
  expect(document.body.textContent).toContain("Two.");
});
