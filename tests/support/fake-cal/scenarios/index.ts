import { defaultServerState } from "../server-state.ts";
import type { World } from "../world.ts";
import { CATALOGUE, type ScenarioName } from "./catalogue.ts";
import { DEMO_KEY } from "./demo-key.ts";
import type { Scenario } from "./scenario.ts";

export const SCENARIO_NAMES = Object.keys(CATALOGUE) as ScenarioName[];

export function isScenarioName(name: string): name is ScenarioName {
  return Object.hasOwn(CATALOGUE, name);
}

/**
 * A fresh world in which the key `cal_live_demo` belongs to the scenario's first user.
 *
 * @throws Error that lists the names, for an unknown one
 */
export function createWorld(name: string, cacheMs: number): World {
  if (!isScenarioName(name)) {
    throw new Error(`There is no scenario "${name}". Scenarios: ${SCENARIO_NAMES.join(", ")}.`);
  }
  const scenario: Scenario = CATALOGUE[name]();
  const [first] = scenario.users;
  const keys = first === undefined ? [] : [{ key: DEMO_KEY, userId: first.id, state: "valid" as const }];
  return {
    scenario: name,
    users: scenario.users,
    keys: scenario.keys ?? keys,
    delegations: scenario.delegations ?? [],
    server: { ...defaultServerState(cacheMs), ...scenario.server },
  };
}

/** Puts another scenario into a world that others hold on to. Cache length and rate limit stay as they were set. */
export function loadScenario(world: World, name: string): void {
  const { cacheMs, rateLimit } = world.server;
  Object.assign(world, createWorld(name, cacheMs));
  world.server.rateLimit = rateLimit;
}
