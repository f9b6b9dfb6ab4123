/**
 * The two ways through the code that matter most, as lists to be edited when files move. A function is on a spine if it hands on
 * what sets things going, Cal.com's answer, or what was made of it; what is only asked for advice on the way is not.
 */
import type { Spine, Step } from "./spine.ts";

/** From "look now" to one answer, and what it means. */
const CHECK: readonly Step[] = [
  { in: "utils/monitor/check.ts", name: "check" },
  { in: "utils/monitor/flights.ts", name: "run" },
  { in: "utils/monitor/ask.ts", name: "ask", from: "utils/monitor/check.ts" },
  { in: "utils/cal-api/client.ts", name: "fetchCalendars" },
  { in: "utils/cal-api/request.ts", name: "request" },
  { in: "utils/cal-api/body.ts", name: "readBody" },
  { in: "utils/cal-api/observe.ts", name: "observeCalendars", from: "utils/cal-api/client.ts" },
  { in: "utils/cal-api/envelope.ts", name: "calendarsData" },
  { in: "utils/cal-api/connection.ts", name: "readConnection", from: "utils/cal-api/observe.ts" },
  { in: "utils/monitor/records-after.ts", name: "recordsAfter", from: "utils/monitor/check.ts" },
  { in: "utils/status/advance.ts", name: "advance" },
  { in: "utils/status/sighting/sight.ts", name: "sight" },
  { in: "utils/status/judge/connections.ts", name: "judgeConnections", from: "utils/status/advance.ts" },
  { in: "utils/status/ledger.ts", name: "claim" },
  { in: "utils/store/commit.ts", name: "commit", from: "utils/monitor/check.ts" },
];

export const SPINES: readonly Spine[] = [
  {
    name: "a check, from the alarm to the badge",
    steps: [
      { in: "entrypoints/background.ts", name: "main" },
      { in: "utils/monitor/check-on.ts", name: "checkOn" },
      { in: "utils/monitor/check-in-turn.ts", name: "checkInTurn" },
      ...CHECK,
      { in: "entrypoints/background.ts", name: "main", across: "storage.onChanged" },
      { in: "utils/monitor/start.ts", name: "follow" },
      { in: "utils/attention/draw.ts", name: "draw" },
      { in: "utils/attention/known.ts", name: "readKnown" },
      { in: "utils/attention/badge.ts", name: "badgeOf", from: "utils/attention/draw.ts" },
      { in: "utils/status/summary.ts", name: "summarise" },
    ],
  },
  {
    name: 'a click on "Check for conflicts", from the popup to the popup',
    steps: [
      { in: "components/popup/CalendarRow.tsx", name: "CalendarRow" },
      { in: "components/popup/acting/acting.ts", name: "act" },
      { in: "utils/messages/send.ts", name: "send" },
      { in: "entrypoints/background.ts", name: "main", across: "runtime.onMessage" },
      { in: "utils/messages/router.ts", name: "routeMessages" },
      { in: "utils/messages/schema.ts", name: "MessageSchema" },
      { in: "utils/actions/handlers.ts", name: "actionHandlers", from: "utils/messages/router.ts" },
      { in: "utils/actions/select-calendar.ts", name: "selectCalendar" },
      { in: "utils/actions/perform.ts", name: "perform" },
      { in: "utils/actions/turns.ts", name: "takeOnce" },
      { in: "utils/actions/announce.ts", name: "announce", from: "utils/actions/perform.ts" },
      { in: "utils/cal-api/change.ts", name: "selectCalendar", from: "utils/actions/select-calendar.ts" },
      { in: "utils/cal-api/request.ts", name: "request" },
      { in: "utils/actions/read-back.ts", name: "readBack", from: "utils/actions/perform.ts" },
      ...CHECK,
      { in: "utils/pages/open-stored.ts", name: "openStored", across: "storage.onChanged" },
      { in: "utils/pages/stored.ts", name: "assemble" },
      { in: "components/common/use-stored.ts", name: "useStored", from: "utils/pages/open-stored.ts" },
      { in: "components/common/Guarded.tsx", name: "Guarded" },
      { in: "components/popup/PopupPage.tsx", name: "view" },
      { in: "components/popup/Overview.tsx", name: "Overview" },
      { in: "components/popup/model/list.ts", name: "listView" },
      {
        in: "components/popup/CalendarList.tsx",
        name: "CalendarList",
        from: "components/popup/Overview.tsx",
      },
      { in: "components/popup/AccountSection.tsx", name: "AccountSection" },
      { in: "components/popup/ConnectionSection.tsx", name: "ConnectionSection" },
      { in: "components/popup/CalendarRow.tsx", name: "CalendarRow" },
    ],
  },
];
