/**
 * The two ways through the code that matter most, as lists to be edited when files move. A function is on a spine if it hands on
 * what sets things going, Cal.com's answer, or what was made of it; what is only asked for advice on the way is not.
 */
import type { Spine, Step } from "./spine.ts";

/** From "look now" to one answer, and what it means. */
const CHECK: readonly Step[] = [
  { in: "utils/background/checks/check.ts", name: "check" },
  { in: "utils/cal-api/client.ts", name: "fetchCalendars" },
  { in: "utils/cal-api/request.ts", name: "request" },
  { in: "utils/cal-api/body.ts", name: "readBody" },
  { in: "utils/cal-api/observe.ts", name: "observeCalendars", from: "utils/cal-api/client.ts" },
  { in: "utils/cal-api/envelope.ts", name: "calendarsData" },
  { in: "utils/cal-api/connection.ts", name: "readConnection", from: "utils/cal-api/observe.ts" },
  {
    in: "utils/background/checks/records-after-check.ts",
    name: "recordsAfter",
    from: "utils/background/checks/check.ts",
  },
  { in: "utils/core/findings/evaluate.ts", name: "evaluate" },
  { in: "utils/core/findings/matching/match-identities.ts", name: "matchIdentities" },
  {
    in: "utils/core/findings/rules/connections.ts",
    name: "evaluateConnections",
    from: "utils/core/findings/evaluate.ts",
  },
  { in: "utils/core/findings/lifecycle.ts", name: "raise" },
  { in: "utils/storage/commit.ts", name: "commit", from: "utils/background/checks/check.ts" },
];

export const SPINES: readonly Spine[] = [
  {
    name: "a check, from the alarm to the badge",
    steps: [
      { in: "entrypoints/background.ts", name: "main" },
      { in: "utils/background/checks/check-in-turn.ts", name: "checkOnTrigger" },
      ...CHECK,
      { in: "entrypoints/background.ts", name: "main", across: "storage.onChanged" },
      { in: "utils/background/start.ts", name: "follow" },
      { in: "utils/background/badge/draw.ts", name: "draw" },
      { in: "utils/background/badge/badge.ts", name: "badgeOf", from: "utils/background/badge/draw.ts" },
      { in: "utils/core/findings/summary.ts", name: "summarise" },
    ],
  },
  {
    name: 'a click on "Check for conflicts", from the popup to the popup',
    steps: [
      { in: "components/popup/calendars/CalendarRow.tsx", name: "CalendarRow" },
      { in: "components/popup/actions/pending-actions.ts", name: "requestAction" },
      { in: "utils/messaging/send.ts", name: "send" },
      { in: "entrypoints/background.ts", name: "main", across: "runtime.onMessage" },
      { in: "utils/messaging/router.ts", name: "routeMessages" },
      { in: "utils/messaging/commands.ts", name: "MessageSchema" },
      {
        in: "utils/background/actions/change.ts",
        name: "selectCalendar",
        from: "entrypoints/background.ts",
      },
      { in: "utils/core/actions/plan.ts", name: "planSelection" },
      {
        in: "utils/background/actions/perform.ts",
        name: "perform",
        from: "utils/background/actions/change.ts",
      },
      { in: "utils/background/actions/reply.ts", name: "inTurn" },
      { in: "utils/background/actions/serial-queue.ts", name: "runOnce" },
      {
        in: "utils/cal-api/change.ts",
        name: "selectCalendar",
        from: "utils/background/actions/perform.ts",
      },
      { in: "utils/cal-api/request.ts", name: "request" },
      {
        in: "utils/background/actions/read-back.ts",
        name: "readBack",
        from: "utils/background/actions/perform.ts",
      },
      ...CHECK,
      { in: "utils/pages/open-stored.ts", name: "openStored", across: "storage.onChanged" },
      { in: "utils/screen/stored.ts", name: "assemble" },
      { in: "components/page/Guarded.tsx", name: "useStored", from: "utils/pages/open-stored.ts" },
      { in: "components/page/Guarded.tsx", name: "Guarded" },
      { in: "components/popup/PopupPage.tsx", name: "View" },
      { in: "components/popup/Overview.tsx", name: "Overview" },
      { in: "utils/screen/calendars/list.ts", name: "listView" },
      {
        in: "components/popup/calendars/CalendarList.tsx",
        name: "CalendarList",
        from: "components/popup/Overview.tsx",
      },
      { in: "components/popup/calendars/CalendarList.tsx", name: "AccountSection" },
      { in: "components/popup/calendars/ConnectionSection.tsx", name: "ConnectionSection" },
      { in: "components/popup/calendars/CalendarRow.tsx", name: "CalendarRow" },
    ],
  },
];
