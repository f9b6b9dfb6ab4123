/** A part of the popup with many controls, of which one alone is a stop of the Tab key: arrows lead to the others. */
export interface Group {
  /** CSS selectors of the part, of a row in it, and of the stops in a row; a row that is itself one has none. */
  part: string;
  row: string;
  stops: string | null;
  /** All of it is one line. */
  isLine: boolean;
}

const GROUPS: readonly Group[] = [
  { part: ".strip", row: ".chip", stops: null, isLine: true },
  {
    part: ".problem-list",
    row: ".problem-list > .problem, .more-problems",
    stops: ":scope > .problem-lines .problem-opener, :scope > .button, :scope > .problem-button > .button",
    isLine: false,
  },
  { part: ".list", row: ".calendar", stops: ":scope > .more, :scope > .switch", isLine: false },
];

/** Where a stop is: the part, the row in it, and all about them. */
export interface Place {
  group: Group;
  part: Element;
  row: Element;
  stop: HTMLElement;
}

export function stopsIn(row: Element, { stops }: Group): HTMLElement[] {
  const own = stops === null ? [] : [...row.querySelectorAll<HTMLElement>(stops)];
  return own.length === 0 && row.matches("button") ? [row as HTMLElement] : own;
}

/** The place of a control that is a stop; null for any other. */
export function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof HTMLElement)) return null;
  for (const group of GROUPS) {
    const part = target.closest(group.part);
    const row: Element | null = target.closest(group.row);
    if (part && row && stopsIn(row, group).includes(target)) return { group, part, row, stop: target };
  }
  return null;
}

/** Lets each part have one stop of the Tab key: the one that had the focus last, as long as it is there. */
export function keepOneStop(): void {
  for (const group of GROUPS) {
    for (const part of document.querySelectorAll(group.part)) {
      if (part.querySelector("[data-stop]") === null) {
        const [first] = firstStops(part, group);
        if (first) makeStop(first, true);
      }
      // What was drawn since is a stop of its own, but in the list, where there may be thousands.
      if (group.part !== ".list")
        for (const stop of allStops(part, group)) makeStop(stop, stop.dataset.stop !== undefined);
    }
  }
}

function firstStops(part: Element, group: Group): HTMLElement[] {
  const row = part.querySelector(group.row);
  return row ? stopsIn(row, group) : [];
}

function allStops(part: Element, group: Group): HTMLElement[] {
  return [...part.querySelectorAll(group.row)].flatMap((row) => stopsIn(row, group));
}

/** The stop of its part from now on. */
export function becomeStop({ part, stop }: Place): void {
  for (const before of part.querySelectorAll<HTMLElement>("[data-stop]")) makeStop(before, false);
  makeStop(stop, true);
}

function makeStop(control: HTMLElement, isStop: boolean): void {
  const tabIndex = isStop ? 0 : -1;
  if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
  if (isStop) control.dataset.stop = "";
  else delete control.dataset.stop;
}
