import { readFileSync } from "node:fs";
import type { CalendarList } from "../list-cache.ts";
import { connect, dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

const ANSWER = new URL("../../../fixtures/cal-com/hosted-one-google-47-calendars.json", import.meta.url);

/** An account as it was found: one Google connection with 47 calendars, all writable, the primary alone selected. */
export function fortySeven(): Scenario {
  // The file is one of Cal.com's own answers, kept unchanged.
  const { data } = JSON.parse(readFileSync(ANSWER, "utf8")) as { data: CalendarList };
  const seeds = data.connectedCalendars.map(({ integration, credentialId, calendars = [] }) =>
    connect(
      integration.type,
      credentialId,
      calendars[0]?.email ?? "",
      calendars.map(({ externalId, name, primary, readOnly, isSelected }) => ({
        externalId,
        name,
        primary: primary === true,
        writable: !readOnly,
        selected: isSelected,
      })),
    ),
  );
  const { id, integration, externalId, credentialId, createdAt, updatedAt } = data.destinationCalendar;
  const times = { createdAt: String(createdAt), updatedAt: String(updatedAt) };
  const row = destinationRow(String(integration), String(externalId), Number(credentialId), {
    id: Number(id),
    ...times,
  });
  return { users: [dana(seeds, row)] };
}
