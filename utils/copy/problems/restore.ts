import { needsAdministrator } from "../../core/calendars/break-kind.ts";
import { isAddedTo } from "../../core/calendars/destination.ts";
import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { calendarOf } from "../../core/calendars/find.ts";
import { listedDestination } from "../../core/calendars/listed-destination.ts";
import { replacementOf } from "../../core/calendars/replaced.ts";
import { isSettableApp } from "../../core/calendars/settable.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import type { CalendarSubject } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import { appName } from "../app-name.ts";

/** Whether bookings can be put back on the remembered calendar from here. `app` is its connection's. */
export type Restorable =
  /** `isBack`: its connection was broken not long ago, which is what Cal.com moves the destination at. */
  | { kind: "now"; app: string; isBack: boolean }
  /** Its connection is broken or disconnected. */
  | { kind: "afterConnecting"; app: string; byAdministrator: boolean }
  /** For this app Cal.com's routes can't do it. */
  | { kind: "inWebApp"; app: string; isBroken: boolean }
  | { kind: "readOnly" }
  /** No connection lists it any more. */
  | { kind: "gone" };

/** @param now ms since the epoch */
export function restorable(state: AccountState, now: number): Restorable {
  const { remembered } = state.destination;
  if (remembered === null) return { kind: "gone" };
  const homes = destinationConnections(state, remembered);
  const healthy = homes.filter(({ condition }) => condition === "healthy");
  const listed = listedDestination(state, remembered);
  const home = listed?.connection ?? healthy[0] ?? homes[0];
  if (!home) return { kind: "gone" };
  const app = appName(home);
  const isBroken = healthy.length === 0;
  // The app is connected again, and lists it no more.
  if (replacementOf(state, home)) return { kind: "gone" };
  // Of a broken connection what it listed last is all that is known.
  const calendar =
    listed?.calendar ?? home.calendars.find((one) => !one.missing && isAddedTo(remembered, one, home));
  if (!calendar && !isBroken) return { kind: "gone" };
  if (!isSettableApp(home, calendar)) return { kind: "inWebApp", app, isBroken };
  if (isBroken) return { kind: "afterConnecting", app, byAdministrator: needsAdministrator(home) };
  if (calendar?.readOnly) return { kind: "readOnly" };
  return { kind: "now", app, isBack: hasBrokenLately(home, now) };
}

/** A calendar that disappears counts as a break of its connection, which is not back while that is gone. */
function hasBrokenLately({ breaks, calendars }: RememberedConnection, now: number): boolean {
  const last = breaks.at(-1);
  return last !== undefined && now - last < DAY && !calendars.some(({ missing }) => missing);
}

/** Whether bookings went to this calendar, go elsewhere now, and can be put back on it from here. @param now ms since the epoch */
export function isToBePutBack(state: AccountState, subject: CalendarSubject, now: number): boolean {
  const { remembered } = state.destination;
  const calendar = calendarOf(state, subject);
  return (
    remembered !== null &&
    calendar !== undefined &&
    isAddedTo(remembered, calendar, subject) &&
    state.findings.some(({ kind, inhibited }) => kind === "destination-changed" && !inhibited) &&
    restorable(state, now).kind === "now"
  );
}
