import { selectCalendar as select, unselectCalendar as unselect } from "../../cal-api/change.ts";
import { findCalendar, namedCalendar } from "../../core/calendars/find.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { type CalendarId, type CalendarSubject, subjectKey } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { type Plan, perform } from "./perform.ts";
import type { Shown } from "./read-back.ts";

/** Lets Cal.com check a calendar for conflicts, or not any more. */
export function selectCalendar(
  accountId: string,
  calendar: CalendarSubject,
  selected: boolean,
): Promise<ActionReply> {
  const mutation = { scope: subjectKey(calendar), key: selected ? "select-calendar" : "unselect-calendar" };
  return perform(accountId, mutation, planned(calendar, selected));
}

function planned(id: CalendarId, selected: boolean): Plan {
  return (state) => {
    const found = namedCalendar(state, id);
    if ("problem" in found) return found;
    const { calendar, name } = found;
    // What is still waited for may be true already, whatever the last list showed.
    const isAwaited = state.pending.some(
      (pending) => pending.action !== "set-destination" && pending.externalId === id.externalId,
    );
    if (calendar.isSelected === selected && !isAwaited) return "done-already";
    const { externalId, credentialId, delegationCredentialId } = name;
    const ref = { externalId, credentialId, delegationCredentialId };
    const look = (after: AccountState) => shownIn(after, id, selected);
    if (selected)
      return {
        announced: { action: "select-calendar", ...ref },
        send: (api, key) => select(api, key, name),
        look,
      };
    return {
      announced: { action: "unselect-calendar", ...ref },
      send: (api, key) => unselect(api, key, name),
      look,
      mayBeDoneWhenNotFound: true,
    };
  };
}

function shownIn(state: AccountState, id: CalendarId, selected: boolean): Shown {
  const found = findCalendar(state, id);
  if (!found) return "lost";
  // What is remembered of a broken connection is from before.
  if (found.connection.condition !== "healthy") return "unclear";
  return found.calendar.isSelected === selected ? "wanted" : "old";
}
