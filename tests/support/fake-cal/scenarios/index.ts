import type { Clock } from "../clock.ts";
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
export function createWorld(name: string, cacheMs: number, clock: Clock): World {
  if (!isScenarioName(name)) {
    throw new Error(`There is no scenario "${name}". Scenarios: ${SCENARIO_NAMES.join(", ")}.`);
  }
  const scenario: Scenario = CATALOGUE[name](clock);
  const [first] = scenario.users;
  const keys = first === undefined ? [] : [{ key: DEMO_KEY, userId: first.id, state: "valid" as const }];
  return {
    scenario: name,
    users: scenario.users,
    keys: scenario.keys ?? keys,
    delegations: scenario.delegations ?? [],
    server: { ...defaultServerState(cacheMs), ...scenario.server },
    lastCredentialId: 500,
  };
}

/** Puts another scenario into a world that others hold on to. Cache length and rate limit stay as they were set. */
export function loadScenario(world: World, name: string, clock: Clock): void {
  const { cacheMs, rateLimit } = world.server;
  Object.assign(world, createWorld(name, cacheMs, clock));
  world.server.rateLimit = rateLimit;
}
