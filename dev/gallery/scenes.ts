import { INTERACTIONS } from "./interactions.ts";
import type { Scene } from "./shoot.ts";
import { again } from "./states/again.ts";
import { bookingsStates } from "./states/bookings.ts";
import { brokenStates } from "./states/broken.ts";
import { checked } from "./states/checked.ts";
import { damaged } from "./states/damaged.ts";
import { failing } from "./states/failing.ts";
import { fixing } from "./states/fixing.ts";
import { histories } from "./states/history.ts";
import { livedIn } from "./states/lived-in.ts";
import { manyStates } from "./states/many.ts";
import { mendings } from "./states/mending.ts";
import { optionsStates, PART_OF } from "./states/options.ts";
import { partlyKnown } from "./states/partly-known.ts";
import { working } from "./states/working.ts";

const POPUP: Record<string, () => Record<string, unknown>> = {
  ...damaged,
  ...working,
  ...failing,
  ...brokenStates,
  ...livedIn,
  ...partlyKnown,
  ...again,
  ...fixing,
  ...bookingsStates,
  ...mendings,
  ...manyStates,
};

const OPTIONS: typeof POPUP = {
  setup: damaged.setup,
  "all-well": working["all-well"],
  ...optionsStates,
  ...histories,
  ...checked,
  "part-newer": partlyKnown["part-newer"],
};

/** Every scene of both pages: each state as it is stored, then those that a person brings about. */
export function allScenes(): Scene[] {
  const popups = Object.entries(POPUP).map(([state, records]) => scene("popup", state, records()));
  const options = Object.entries(OPTIONS).map(([state, records]) => scene("options", state, records()));
  const acted = INTERACTIONS.map(({ page, from, state, act }) => ({
    ...scene(page, state, recordsOf(from)),
    hash: hashOf(page, state) || hashOf(page, from),
    act,
  }));
  return [...popups, ...options, ...acted];
}

function scene(page: Scene["page"], state: string, records: Record<string, unknown>): Scene {
  return { page, state, records, hash: hashOf(page, state), act: null };
}

/** A state of the options page may be seen in one of its parts only. */
function hashOf(page: Scene["page"], state: string): string {
  if (page === "popup") return "";
  return PART_OF[state] ?? (state in histories ? "#history" : "");
}

function recordsOf(state: string): Record<string, unknown> {
  const records = POPUP[state] ?? OPTIONS[state];
  if (!records) throw new Error(`There is no state "${state}" to start from.`);
  return records();
}
