/**
 * A control as a person finds it (role and accessible name), or a CSS selector for what has neither. A name given stands for an
 * accessible name that is exactly it or, where there is none, for one that goes on with a comma and what the control is about:
 * "Put back" for "Put back, Bookings moved to Team".
 */
export type Control = { role?: string; name: string } | string;

export interface ControlState {
  text: string;
  value: string | null;
  checked: boolean | null;
  disabled: boolean;
  focused: boolean;
  visible: boolean;
}

/** The control with this ARIA role and this accessible name, e.g. `byRole("button", "Connect")`. @see Control */
export function byRole(role: string, name: string): Control {
  return { role, name };
}

/** The control with this accessible name, whatever its role: a password field has none. @see Control */
export function byLabel(name: string): Control {
  return { name };
}

export function describeControl(control: Control): string {
  if (typeof control === "string") return `the element ${control}`;
  return `the ${control.role ?? "control"} "${control.name}"`;
}

/** Runs in the page: what a test wants to know about an element. */
export function readControlState(element: Element): ControlState {
  const field = element as HTMLInputElement;
  const ariaChecked = element.getAttribute("aria-checked") ?? element.getAttribute("aria-pressed");
  const box = element.getBoundingClientRect();
  return {
    // biome-ignore lint/performance/useDomNodeTextContent: what a person sees is what a test is about
    text: (element as HTMLElement).innerText ?? "",
    value: typeof field.value === "string" ? field.value : null,
    checked: typeof field.checked === "boolean" ? field.checked : ariaChecked ? ariaChecked === "true" : null,
    disabled: field.disabled === true || element.getAttribute("aria-disabled") === "true",
    focused: element === element.ownerDocument.activeElement,
    visible: box.width > 0 && box.height > 0,
  };
}

/** Runs in the page: all text that a person can see. */
export function readVisibleText(): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees is what a test is about
  return document.body.innerText;
}

/** Runs in the page: the names of controls that are a name given and, after a comma, what they are about. */
export function namesWithSubject(name: string): string[] {
  const controls = document.querySelectorAll<HTMLElement>("button, a, input, select, [role]");
  const names = [...controls].map((control) => control.ariaLabel ?? control.textContent ?? "");
  return [...new Set(names.map((one) => one.trim()).filter((one) => one.startsWith(`${name}, `)))];
}

/** Runs in the page: whether an element is something a person operates, not its label. */
export function isOperable(element: Element): boolean {
  return element.matches("input, select, textarea, button, a, summary, [role], [tabindex]");
}

/**
 * Runs in the page: brings an element to where it can be clicked.
 * @returns whether it stays there: what is drawn anew around it would take it from under the pointer
 */
export async function bringToRest(element: Element): Promise<boolean> {
  // The end of a page may lie under something that sticks there.
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const after = element.getBoundingClientRect();
  return before.x === after.x && before.y === after.y && before.width > 0 && element.isConnected;
}

/** Runs in the page: chooses an option by its visible text; throws with the options there are. */
export function chooseOption(element: Element, option: string): void {
  const select = element as HTMLSelectElement;
  select.focus();
  const found = [...select.options].find((candidate) => candidate.text.trim() === option);
  if (!found) throw new Error(`No option "${option}" among ${[...select.options].map((one) => one.text)}`);
  select.value = found.value;
  select.dispatchEvent(new Event("input", { bubbles: true }));
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Runs in the page: where a mouse that is over the page may be, in whole px of the window. */
export function middleOfWindow(): { x: number; y: number } {
  return { x: Math.floor(innerWidth / 2), y: Math.floor(innerHeight / 2) };
}

/** Runs in the page: brings a field into view, focuses it and selects what it holds, so that typing replaces it. */
export function prepareTyping(element: Element): void {
  element.scrollIntoView({ block: "center" });
  (element as HTMLInputElement).focus();
  (element as HTMLInputElement).select?.();
}
