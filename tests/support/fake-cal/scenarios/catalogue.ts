import type { Clock } from "../clock.ts";
import { addedAgain, icsOlder, olderServer } from "./aged.ts";
import { booked } from "./booked.ts";
import { fortySeven } from "./forty-seven.ts";
import {
  allWell,
  appleAndCalDav,
  everyday,
  icsOnly,
  lively,
  longNames,
  noneConnected,
  twoGoogleAccounts,
} from "./healthy.ts";
import { delegationBroken, organisationDelegation } from "./organisation.ts";
import type { Scenario } from "./scenario.ts";
import { thousand } from "./thousand.ts";
import {
  destinationMoved,
  everythingWrong,
  keyExpired,
  nothingSelected,
  oneRevoked,
  outlookNowAndThen,
  readOnlyDestination,
} from "./troubled.ts";

/** Every scenario by the name it is asked for with. */
export const CATALOGUE = {
  "all-well": allWell,
  everyday,
  lively,
  "one-revoked": oneRevoked,
  "outlook-now-and-then": outlookNowAndThen,
  "nothing-selected": nothingSelected,
  "destination-moved": destinationMoved,
  "read-only-destination": readOnlyDestination,
  "two-google-accounts": twoGoogleAccounts,
  "apple-and-caldav": appleAndCalDav,
  "ics-only": icsOnly,
  "organisation-delegation": organisationDelegation,
  "delegation-broken": delegationBroken,
  "none-connected": noneConnected,
  booked,
  "added-again": addedAgain,
  "forty-seven": fortySeven,
  "ics-older": icsOlder,
  "older-server": olderServer,
  thousand,
  "long-names": longNames,
  "key-expired": keyExpired,
  "everything-wrong": everythingWrong,
} satisfies Record<string, (clock: Clock) => Scenario>;

export type ScenarioName = keyof typeof CATALOGUE;
