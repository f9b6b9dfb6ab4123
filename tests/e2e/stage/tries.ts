import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { openRow, pressSwitch, rowOf } from "./calendar-row.ts";
import { press } from "./controls.ts";
import type { Person } from "./people.ts";

/** What can be asked of Cal.com. */
export const ACTIONS = ["select", "unselect", "bookings", "restore", "reading"] as const;
export type Action = (typeof ACTIONS)[number];

/** Who does something of this kind, of people who each do one. */
export function whoTries(people: readonly Person[], action: Action): Person {
  const found = people[ACTIONS.indexOf(action)];
  if (!found) throw new Error(`Nobody tries ${action}.`);
  return found;
}

/** Does what these are for, each in an account of its own. */
export async function begin(
  popup: ExtensionPage,
  people: readonly Person[],
  actions: readonly Action[] = ACTIONS,
): Promise<void> {
  for (const action of actions) {
    const { main, side } = whoTries(people, action);
    if (action === "select") await pressSwitch(popup, side);
    if (action === "unselect") await pressSwitch(popup, main);
    if (action === "bookings") await press(popup, "Add bookings here", side);
    if (action === "reading") await press(popup, "Test reading", main);
    if (action === "restore") await press(popup, "Put back", main);
  }
}

/** Opens the rows where `begin` looks for its buttons. */
export async function openPanels(popup: ExtensionPage, people: readonly Person[]): Promise<void> {
  await openRow(popup, whoTries(people, "bookings").side);
  await openRow(popup, whoTries(people, "reading").main);
}

/** What stands beside each control once its action is over; null while it is under way. */
export async function alerts(
  popup: ExtensionPage,
  people: readonly Person[],
): Promise<Record<Action, string | null>> {
  const inRow = async (name: string) => {
    const row = await rowOf(popup, name);
    return row?.isBusy ? null : (row?.alert ?? null);
  };
  return {
    select: await inRow(whoTries(people, "select").side),
    unselect: await inRow(whoTries(people, "unselect").main),
    bookings: await inRow(whoTries(people, "bookings").side),
    reading: await inRow(whoTries(people, "reading").main),
    restore: await inCard(popup, whoTries(people, "restore").main),
  };
}

function inCard(popup: ExtensionPage, about: string): Promise<string | null> {
  return popup.evaluate((name: string) => {
    const card = [...document.querySelectorAll("article")].find((one) =>
      one.querySelector(".problem-lines")?.textContent?.includes(name),
    );
    if (!card || card.querySelector("[aria-busy=true]")) return null;
    return card.querySelector("[role=alert]")?.textContent ?? null;
  }, about);
}
