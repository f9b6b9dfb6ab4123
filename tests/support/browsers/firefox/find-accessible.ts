import type { ElementHandle, Page } from "puppeteer-core";
import { type Accessible, ariaSelector, elementsOf } from "../page.ts";

/**
 * Every element with this role, this accessible name or both, in the order of the document, as Firefox computes them. It computes
 * them for each element that it is asked about and lays the page out anew for each that its accessibility tree lacks, a fifth of a
 * second for a popup. So it is asked only about those that can be meant at all.
 */
export async function findAccessible(page: Page, wanted: Accessible): Promise<ElementHandle[]> {
  const possible = await elementsOf(page, mayBeMeant, wanted);
  const found = await Promise.all(possible.map((one) => isMeant(one, wanted)));
  return possible.filter((_, index) => found[index]);
}

/** Whether an element has this role and name. */
export async function isMeant(element: ElementHandle, wanted: Accessible): Promise<boolean> {
  // What is found in an element begins with itself.
  const [first] = await element.$$(ariaSelector(wanted));
  return (await first?.evaluate((one, other) => one === other, element)) ?? false;
}

/**
 * Runs in the page: all elements that may have this role and name by their tags and by the texts that a name is made of. It may
 * be wrong about one that is not meant, never about one that is.
 */
function mayBeMeant({ role, name }: Accessible): Element[] {
  const tags: Record<string, string> = {
    alert: "[role=alert]",
    button: "button, summary, input[type=button], input[type=submit], [role=button]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    combobox: "select, input, [role=combobox]",
    status: "output, [role=status]",
    switch: "[role=switch]",
    textbox: "input, textarea, [role=textbox], [contenteditable]",
  };
  const squeezed = (text: string) => text.replace(/\s/g, "");
  const textOf = (id: string) => document.getElementById(id)?.textContent ?? "";
  const textsOf = (element: Element) => [
    ...(element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map(textOf),
    ...[...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent),
    ...["aria-label", "title", "placeholder", "alt", "value"].map((one) => element.getAttribute(one) ?? ""),
    element.textContent,
  ];
  // What is hidden from the tree stands in the text and not in the name.
  const isUncertain = (element: Element) =>
    [...element.querySelectorAll("[aria-hidden=true], [aria-label]")].some(
      (one) => one.textContent || one.ariaLabel,
    );
  const wanted = squeezed(name ?? "");
  const isNamed = (element: Element) => squeezed(textsOf(element).join("")).includes(wanted);
  const anyControl = "input, select, textarea, button, a, summary, label, [role], [tabindex]";
  const possible = role ? (tags[role] ?? "*") : anyControl;
  return [...document.querySelectorAll(possible)].filter(
    (element) => isNamed(element) || isUncertain(element),
  );
}
