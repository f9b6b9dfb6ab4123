import type { Account } from "../../../utils/core/model/account.ts";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import { poll } from "../../support/browsers/poll.ts";
import { connect as connection, dana, destinationRow } from "../../support/fake-cal/scenarios/build.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import type { User } from "../../support/fake-cal/world.ts";
import { untilIdle } from "./idle.ts";
import type { Stage } from "./stage.ts";
import { everythingStored } from "./stored.ts";

/** Several accounts are checked one after the other, and on a busy machine. */
const FIRST_CHECKS_MS = 120_000;

/** Somebody with two calendars: one is checked for conflicts and gets the bookings, the other does neither. */
export interface Person {
  name: string;
  accountId: string;
  /** Both what Cal.com calls them and how they are called. */
  main: string;
  side: string;
  credentialId: number;
  key: string;
}

/** Puts these people, and nobody else, on a server. @param firstId of the first, unlike on any other server */
export function invite(cal: FakeCal, names: readonly string[], firstId: number): Person[] {
  const people = names.map((name, index) => ({
    name,
    accountId: `account-${firstId + index}`,
    main: `${name} main`,
    side: `${name} side`,
    credentialId: firstId + index,
    key: `cal_live_${firstId + index}`,
  }));
  cal.world.users = people.map(userOf);
  for (const { key, credentialId: userId } of people) cal.control({ action: "add-key", key, userId });
  return people;
}

function userOf({ name, main, side, credentialId }: Person): User {
  const google = connection("google_calendar", credentialId, main, [
    { externalId: main, name: main, primary: true, selected: true },
    { externalId: side, name: side },
  ]);
  const row = destinationRow("google_calendar", main, credentialId, { userId: credentialId });
  return {
    ...dana([google], row),
    id: credentialId,
    username: name,
    email: `${credentialId}@example.com`,
    name,
  };
}

/** Stores accounts as if the people had connected them; nothing is known of their calendars yet. */
export async function storePeople(
  stage: Stage,
  people: readonly (Person & Pick<Account, "region">)[],
): Promise<void> {
  const accounts = people.map(({ accountId, name, credentialId, region }): Account => {
    const server = region === "eu" ? "cal.eu" : "cal.com";
    return {
      id: accountId,
      label: null,
      region,
      apiUrl: `https://api.${server}/v2`,
      webUrl: `https://app.${server}`,
      user: { id: credentialId, username: name, email: `${credentialId}@example.com`, name },
      keyIn: "local",
      addedAt: Date.now(),
    };
  });
  const keys = people.map(({ accountId, key }) => [`key:${accountId}`, { version: 1, key }]);
  await stage.browser.inExtension((browser, records) => browser.storage.local.set(records), {
    ...Object.fromEntries(keys),
    accounts: { version: 1, accounts },
  });
}

/**
 * Waits until everything is known of accounts that were stored. Their first checks begin with the popup, so nothing has to be pressed
 * there, and nothing could be: the list appears under the pointer.
 */
export async function untilKnown(stage: Stage, people: readonly Pick<Person, "accountId">[]): Promise<void> {
  const popup = await stage.browser.openPopup();
  await poll(
    "the first checks to be over",
    async () => {
      const stored = await everythingStored(stage);
      const statuses = people.map(
        ({ accountId }) => stored[`status:${accountId}`] as StatusRecord | undefined,
      );
      return statuses.every((status) => status?.eventTypesRead?.goodAt != null);
    },
    FIRST_CHECKS_MS,
  );
  await popup.close();
  await untilIdle(stage);
}
