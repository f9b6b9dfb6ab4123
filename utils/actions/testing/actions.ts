import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { storedStatus } from "../../../tests/unit/world.ts";
import type { ActionReply } from "../../messages/message.ts";
import { check } from "../../monitor/check.ts";
import { statusOf } from "../../store/records.ts";
import { restoreDestination } from "../restore-destination.ts";
import { selectCalendar } from "../select-calendar.ts";
import { setDestination } from "../set-destination.ts";
import { testReading } from "../test-reading.ts";
import { DANA, FAMILY, isSelected, OUTLOOK, storedMemory, type World } from "./world.ts";

/** One action in the everyday scenario, for tests of what all have in common. */
export interface Tried {
  name: string;
  path: string;
  prepare?: (world: World) => Promise<void>;
  run: () => Promise<ActionReply>;
  /** Whether what is stored shows it done. */
  isDone: () => Promise<boolean | undefined>;
}

const current = async () => (await storedMemory()).destination.current?.externalId;

/** Somebody changes the destination in the web app, a check sees it, and the person is told. */
export async function moveAway({ cal }: World): Promise<void> {
  const row = cal.world.users[0]?.destination;
  if (!row) throw new Error("Nobody has a destination.");
  Object.assign(row, { integration: OUTLOOK.integration, externalId: OUTLOOK.externalId, credentialId: 212 });
  vi.setSystemTime(Date.now() + 60_000);
  await check("a1");
  await fakeBrowser.storage.local.set({ [statusOf("a1")]: { ...(await storedStatus()), untold: null } });
}

export const CHANGES: readonly Tried[] = [
  {
    name: "select",
    path: "/v2/selected-calendars",
    run: () => selectCalendar("a1", FAMILY, true),
    isDone: () => isSelected(FAMILY),
  },
  {
    name: "unselect",
    path: "/v2/selected-calendars",
    run: () => selectCalendar("a1", DANA, false),
    isDone: async () => (await isSelected(DANA)) === false,
  },
  {
    name: "set the destination",
    path: "/v2/destination-calendars",
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
  run: () => testReading("a1", DANA),
  isDone: async () => undefined,
};
