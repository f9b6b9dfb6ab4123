import { vi } from "vitest";
import {
  restoreDestination,
  selectCalendar,
  setDestination,
  unselectCalendar,
} from "../../../utils/background/actions/change.ts";
import { testReading } from "../../../utils/background/actions/test-reading.ts";
import { check } from "../../../utils/background/checks/check.ts";
import type { ActionReply } from "../../../utils/messaging/replies.ts";
import { DANA, emptyOutbox, FAMILY, isSelected, OUTLOOK, storedState, type World } from "./action-world.ts";

/** One action in the everyday scenario, for tests of what all have in common. */
export interface Tried {
  name: string;
  path: string;
  prepare?: (world: World) => Promise<void>;
  run: () => Promise<ActionReply>;
  /** Whether what is stored shows it done. */
  isDone: () => Promise<boolean | undefined>;
}

const current = async () => (await storedState()).destination.current?.externalId;

/** Somebody changes the destination in the web app, a check sees it, and the person is told. */
export async function moveAway({ cal }: World): Promise<void> {
  const row = cal.world.users[0]?.destination;
  if (!row) throw new Error("Nobody has a destination.");
  Object.assign(row, { integration: OUTLOOK.integration, externalId: OUTLOOK.externalId, credentialId: 212 });
  vi.setSystemTime(Date.now() + 60_000);
  await check("a1");
  await emptyOutbox();
}

/** Somebody stops checking the calendar in the web app, two checks see it, and the person is told. */
async function unselectedElsewhere({ cal }: World): Promise<void> {
  cal.control({ action: "unselect", externalId: DANA.externalId, credentialId: DANA.credentialId ?? 0 });
  for (const minutes of [1, 5]) {
    vi.setSystemTime(Date.now() + minutes * 60_000);
    await check("a1");
  }
  await emptyOutbox();
}

export const CHANGES: readonly Tried[] = [
  {
    name: "select",
    path: "/v2/selected-calendars",
    run: () => selectCalendar("a1", FAMILY),
    isDone: () => isSelected(FAMILY),
  },
  {
    name: "unselect",
    path: "/v2/selected-calendars",
    run: () => unselectCalendar("a1", DANA),
    isDone: async () => (await isSelected(DANA)) === false,
  },
  {
    name: "set the destination",
    path: "/v2/destination-calendars",
    run: () => setDestination("a1", FAMILY),
    isDone: async () => (await current()) === FAMILY.externalId,
  },
  {
    name: "select again",
    path: "/v2/selected-calendars",
    prepare: unselectedElsewhere,
    run: () => selectCalendar("a1", DANA),
    isDone: () => isSelected(DANA),
  },
  {
    name: "set another destination",
    path: "/v2/destination-calendars",
    prepare: moveAway,
    run: () => setDestination("a1", FAMILY),
    isDone: async () => (await current()) === FAMILY.externalId,
  },
  {
    name: "restore the destination",
    path: "/v2/destination-calendars",
    prepare: moveAway,
    run: () => restoreDestination("a1"),
    isDone: async () => (await current()) === DANA.externalId,
  },
];

export const READING: Tried = {
  name: "test reading",
  path: "/v2/calendars/busy-times",
  run: () => testReading("a1", OUTLOOK),
  isDone: async () => undefined,
};
