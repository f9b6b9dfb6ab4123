import { checkedCalendars } from "../../calendars/use-of.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import {
  ACCOUNT,
  calendarSubject,
  connectionKey,
  connectionSubject,
  isDelegation,
} from "../../model/subject.ts";
import { ANOTHER_ANSWER_MS } from "../../time.ts";
import { type Draft, isConfirmed, type Trust, trustOf } from "../draft.ts";
import { close, expect, inhibit, raise, resolve } from "../lifecycle.ts";
import { type MatchedAnswer, matchedCalendars } from "../matching/matched-answer.ts";
import { lastKnownOf } from "./last-known.ts";

interface Judged {
  connection: RememberedConnection;
  trust: Trust;
  /** Calendars that count: listed, last known, or only suspected gone. */
  calendars: number;
  /** Of those, the ones that Cal.com checks for conflicts. */
  checked: number;
}

/** Is anything checked for conflicts at all, and by each connection? Both judge one set of calendars. */
export function evaluateSelection(draft: Draft): void {
  const all = draft.state.connections.map((connection) => judged(draft, connection));
  evaluateNothingSelected(draft, all);
  const nothing = all.every(({ checked }) => checked === 0);
  for (const one of all) evaluateUnchecked(draft, one, nothing);
}

function judged(draft: Draft, connection: RememberedConnection): Judged {
  const trust = trustOf(draft, connection);
  const counted =
    trust === "gone"
      ? []
      : speaksFor(draft, connection, trust).filter(
          ({ externalId }) => !isConfirmed(draft, "calendar-gone", calendarSubject(connection, externalId)),
        );
  const checked = checkedCalendars(connection, counted);
  return { connection, trust, calendars: counted.length, checked: checked.length };
}

/** One that is only in doubt speaks for all that it had, whatever stands for it meanwhile: a hiccup changes nothing. */
function speaksFor(draft: Draft, connection: RememberedConnection, trust: Trust): RememberedCalendar[] {
  return trust === "suspected" ? connection.calendars : lastKnownOf(draft.state, connection);
}

function evaluateNothingSelected(draft: Draft, all: readonly Judged[]): void {
  if (all.some(({ checked }) => checked > 0)) return resolve(draft, "nothing-selected", ACCOUNT);
  if (all.every(({ calendars }) => calendars === 0)) return inhibit(draft, "nothing-selected", ACCOUNT);
  // A connection that may only be slow today could hold the one that is selected.
  const blind = all.some(
    ({ trust, connection }) => trust === "suspected" && connection.calendars.length === 0,
  );
  raise(draft, "nothing-selected", ACCOUNT, blind ? "never" : "now");
}

/** @param nothing no connection has a calendar that is checked, which says it of each */
function evaluateUnchecked(draft: Draft, one: Judged, nothing: boolean): void {
  const { connection, trust, checked } = one;
  const subject = connectionSubject(connection);
  // What is switched off here is as it is to be, and so is what that leaves.
  if (checked === 0 && draft.unselectedHere.has(connectionKey(connection)))
    expect(draft, "connection-unchecked", subject);
  if (isDelegation(connection)) return close(draft, "connection-unchecked", subject);
  const isReplaced = trust !== "live" && connection.replacedBy !== null;
  if (trust === "broken" || trust === "gone" || nothing || isReplaced) {
    return inhibit(draft, "connection-unchecked", subject);
  }
  if (trust === "suspected") return;
  if (checked > 0) return resolve(draft, "connection-unchecked", subject);
  raise(draft, "connection-unchecked", subject, "now");
}

/**
 * A selection changed from here is waited for until an answer shows it, or a later one shows the old state still. Cal.com
 * matches selections by `externalId` alone, so one calendar reached through two accounts changes in both. While its
 * connection is broken no answer can show either.
 */
export function settleSelections(draft: Draft, matched: MatchedAnswer): void {
  if (draft.state.pending.length === 0) return;
  const seen = matchedCalendars(matched);
  draft.state.pending = draft.state.pending.filter((pending) => {
    if (pending.action === "set-destination") return true;
    const copies = seen.filter(({ externalId }) => externalId === pending.externalId);
    if (copies.length === 0) return true;
    const shown = copies.every(({ isSelected }) => isSelected === (pending.action === "select-calendar"));
    return !shown && draft.now - pending.at < ANOTHER_ANSWER_MS;
  });
}
