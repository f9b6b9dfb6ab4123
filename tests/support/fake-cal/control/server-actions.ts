import { DEMO_KEY } from "../scenarios/demo-key.ts";
import { isScenarioName, loadScenario, SCENARIO_NAMES } from "../scenarios/index.ts";
import { MODE_KINDS, type Mode, type ModeKind } from "../server-state.ts";
import { KEY_STATES } from "../world.ts";
import type { Action } from "./action.ts";
import {
  ControlError,
  choiceField,
  flagField,
  optionalHeaders,
  optionalText,
  optionalTexts,
  optionalWhole,
  textField,
  wholeField,
} from "./fields.ts";

/** Where a mode makes sense unless it is told where. */
const USUAL_PATHS: Partial<Record<ModeKind, string>> = { "record-404": "/v2/calendars" };

/** What can happen to the server, its keys and its memory. */
export const SERVER_ACTIONS: Record<string, Action> = {
  scenario: ({ world, cache, throttle, clock }, fields) => {
    const name = textField(fields, "name");
    if (!isScenarioName(name)) {
      throw new ControlError(`There is no scenario "${name}". Scenarios: ${SCENARIO_NAMES.join(", ")}.`);
    }
    loadScenario(world, name, clock);
    cache.clear();
    throttle.reset();
    return `The scenario is ${name}.`;
  },
  key: ({ world }, fields) => {
    const state = choiceField(fields, "state", KEY_STATES);
    const name = optionalText(fields, "key");
    const keys = world.keys.filter(({ key }) => name === undefined || key === name);
    if (keys.length === 0) {
      throw new ControlError(`There is no key "${name ?? DEMO_KEY}".`);
    }
    for (const key of keys) {
      key.state = state;
    }
    return `${name ?? "Every key"} is ${state}.`;
  },
  "add-key": ({ world }, fields) => {
    const key = textField(fields, "key");
    const userId = optionalWhole(fields, "userId") ?? world.users[0]?.id ?? 0;
    world.keys = [...world.keys.filter((known) => known.key !== key), { key, userId, state: "valid" }];
    return `${key} belongs to the user ${userId}.`;
  },
  server: ({ world }, fields) => {
    const mode: Mode = { kind: choiceField(fields, "mode", MODE_KINDS) };
    const path = optionalTexts(fields, "path") ?? USUAL_PATHS[mode.kind];
    const times = optionalWhole(fields, "times", 1);
    const headers = optionalHeaders(fields, "headers");
    world.server.mode = {
      ...mode,
      ...(path === undefined ? {} : { path }),
      ...(times === undefined ? {} : { times }),
      ...(headers === undefined ? {} : { headers }),
    };
    return `The server is ${mode.kind}.`;
  },
  slow: ({ world }, fields) => {
    world.server.slowMs = wholeField(fields, "ms");
    return `Every answer takes ${world.server.slowMs} ms longer.`;
  },
  date: ({ world }, fields) => {
    const isSent = flagField(fields, "sent", true);
    const aheadMs = optionalWhole(fields, "aheadMs", Number.MIN_SAFE_INTEGER) ?? 0;
    world.server.dateAheadMs = isSent ? aheadMs : null;
    return isSent ? `Answers are dated ${aheadMs} ms ahead.` : "Answers have no date.";
  },
  cache: ({ world, cache }, fields) => {
    world.server.cacheMs = wholeField(fields, "ms");
    cache.clear();
    return `Lists are kept for ${world.server.cacheMs} ms.`;
  },
  "clear-cache": ({ cache }) => {
    cache.clear();
    return "No list is kept.";
  },
  older: ({ world, cache }, fields) => {
    const { older } = world.server;
    older.listsSystemCalendars = flagField(fields, "listsSystemCalendars", older.listsSystemCalendars);
    older.namesIcsIntegration = flagField(fields, "namesIcsIntegration", older.namesIcsIntegration);
    older.lacksReferences = flagField(fields, "lacksReferences", older.lacksReferences);
    cache.clear();
    const words = [
      `Google's system calendars are ${older.listsSystemCalendars ? "listed" : "left out"}`,
      `feeds have ${older.namesIcsIntegration ? "integrationName" : "integration"}`,
      `where bookings are is ${older.lacksReferences ? "not known" : "known"}`,
    ];
    return `${words.join(", ")}.`;
  },
  alias: ({ world }, fields) => {
    world.server.apiAlias = flagField(fields, "on", true);
    return `/api/v2 is ${world.server.apiAlias ? "understood" : "unknown"}.`;
  },
  "rate-limit": ({ world, throttle }, fields) => {
    const { rateLimit } = world.server;
    rateLimit.limit = optionalWhole(fields, "limit", 1) ?? rateLimit.limit;
    rateLimit.windowMs = optionalWhole(fields, "windowMs", 1) ?? rateLimit.windowMs;
    rateLimit.blockMs = optionalWhole(fields, "blockMs", 1) ?? rateLimit.blockMs;
    throttle.reset();
    return `${rateLimit.limit} requests in ${rateLimit.windowMs} ms, then blocked for ${rateLimit.blockMs} ms.`;
  },
  "clear-requests": ({ log }) => {
    log.clear();
    return "The log of requests is empty.";
  },
};
