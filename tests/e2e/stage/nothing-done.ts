import { expect } from "vitest";
import type { StatusRecord } from "../../../utils/core/model/records.ts";
import type { ExtensionPage } from "../../support/browsers/browser-under-test.ts";
import { byRole } from "../../support/browsers/control.ts";
import type { FakeCal } from "../../support/fake-cal/server.ts";
import { isSelectedAt } from "./actions.ts";
import { rowOf } from "./calendar-row.ts";
import { untilIdle } from "./idle.ts";
import type { Person } from "./people.ts";
import type { Stage } from "./stage.ts";
import { everythingStored } from "./stored.ts";
import { ACTIONS, whoTries } from "./tries.ts";

/** Controls, server and store all show what was before, when the worker has nothing to do any more. */
export async function expectNothingDone(
  stage: Stage,
  popup: ExtensionPage,
  cal: FakeCal,
  people: readonly Person[],
): Promise<void> {
  const [select, unselect, bookings] = [
    whoTries(people, "select"),
    whoTries(people, "unselect"),
    whoTries(people, "bookings"),
  ];
  await untilIdle(stage);
  expect((await rowOf(popup, select.side))?.isChecked).toBe(false);
  expect((await rowOf(popup, unselect.main))?.isChecked).toBe(true);
  expect((await rowOf(popup, bookings.side))?.text).not.toContain("Destination");
  expect(await popup.state(byRole("button", "Put back"))).toMatchObject({ disabled: false });
  expect(isSelectedAt(cal, select.side)).toBe(false);
  expect(isSelectedAt(cal, unselect.main)).toBe(true);
  const all = await everythingStored(stage);
  const seen = people.map(({ accountId }) => {
    const { state, readings } = all[`status:${accountId}`] as StatusRecord;
    const selected = state.connections.flatMap(({ calendars }) => calendars.map((one) => one.isSelected));
    const { current, remembered } = state.destination;
    const isElsewhere = current?.externalId !== remembered?.externalId;
    return { selected, isElsewhere, readings: readings.length };
  });
  expect(seen).toEqual(
    ACTIONS.map((action) => ({ selected: [true, false], isElsewhere: action === "restore", readings: 0 })),
  );
}
