import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { connect } from "../utils/background/accounts/connect.ts";
import { moveAccount, renameAccount } from "../utils/background/accounts/edit-account.ts";
import { forgetLost } from "../utils/background/accounts/forget-lost.ts";
import { keepDraft } from "../utils/background/accounts/keep-draft.ts";
import { removeAccount } from "../utils/background/accounts/remove-account.ts";
import { replaceKey } from "../utils/background/accounts/replace-key.ts";
import {
  keepDestination,
  restoreDestination,
  selectCalendar,
  setDestination,
  unselectCalendar,
} from "../utils/background/actions/change.ts";
import { restoreEventTypes } from "../utils/background/actions/event-types/restore.ts";
import { dismissMending } from "../utils/background/actions/mending/dismiss-mending.ts";
import { removeConnection } from "../utils/background/actions/mending/remove-connection.ts";
import { restoreEverything } from "../utils/background/actions/mending/restore-everything.ts";
import { resumeRestoring } from "../utils/background/actions/mending/resume.ts";
import { reconnect } from "../utils/background/actions/reconnect/reconnect.ts";
import { forgetTabs, onTabEvent } from "../utils/background/actions/reconnect/tab-events.ts";
import { testReading } from "../utils/background/actions/test-reading.ts";
import { CHECK_ALARM } from "../utils/background/alarm.ts";
import { answerAboutBookings } from "../utils/background/bookings/answer.ts";
import { checkAccess } from "../utils/background/check-access.ts";
import { checkOnTrigger } from "../utils/background/checks/check-in-turn.ts";
import { checkNow } from "../utils/background/checks/check-now.ts";
import { keepScreen } from "../utils/background/keep-screen.ts";
import { handleMenuClick, handleShortcut } from "../utils/background/menu/menu.ts";
import { openProblem } from "../utils/background/notifications/open-problem.ts";
import { sendTest } from "../utils/background/notifications/send-test.ts";
import { changeSettings } from "../utils/background/settings/change-settings.ts";
import { importSettings } from "../utils/background/settings/import-settings.ts";
import { refreshPolicy } from "../utils/background/settings/refresh-policy.ts";
import { follow, onAlarm, onPopupOpened, onUnreadable, start } from "../utils/background/start.ts";
import {
  acknowledgeFindings,
  bulkAcknowledge,
  unacknowledgeFindings,
} from "../utils/background/user-actions/acknowledge.ts";
import { clearHistory } from "../utils/background/user-actions/clear-history.ts";
import { keepPlace } from "../utils/background/user-actions/keep-place.ts";
import { endSnooze, snooze } from "../utils/background/user-actions/snooze.ts";
import { endProblemSnooze, snoozeProblem } from "../utils/background/user-actions/snooze-problem.ts";
import { welcome } from "../utils/background/welcome.ts";
import { onMenuClick, onShortcut } from "../utils/browser/menu-and-shortcuts.ts";
import { report } from "../utils/browser/report.ts";
import { listenToTabs } from "../utils/browser/tab-events.ts";
import { receiveBookings } from "../utils/messaging/receive-bookings.ts";
import { receivePrivately, routeMessages } from "../utils/messaging/router.ts";

const DONE = { ok: true };

/** Registers every listener before anything else: an event that wakes the worker is lost on one that comes later. */
export default defineBackground({
  type: "module",
  main() {
    keepScreen();
    const ready = start();
    const afterStart = (event: string, work: () => Promise<unknown>) => {
      ready.then(work).catch((error: unknown) => report(`On ${event}`, error));
    };

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === CHECK_ALARM) afterStart("alarm", () => onAlarm().finally(resumeRestoring));
    });
    browser.runtime.onStartup.addListener(() => afterStart("start", () => checkOnTrigger("browserStart")));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") afterStart("install", welcome);
      else afterStart("update", () => checkOnTrigger("update"));
    });
    browser.permissions.onAdded.addListener(() => afterStart("permission", checkAccess));
    browser.permissions.onRemoved.addListener(() => afterStart("permission", checkAccess));
    browser.notifications.onClicked.addListener((id) => afterStart("notification", () => openProblem(id)));
    onMenuClick((id) => afterStart("menu", () => handleMenuClick(id)));
    onShortcut((command) => afterStart("shortcut", () => handleShortcut(command)));
    listenToTabs((event) => afterStart("tab", () => onTabEvent(event)));
    afterStart("start", forgetTabs);
    afterStart("start", resumeRestoring);
    self.addEventListener("online", () => afterStart("online", () => checkOnTrigger("online")));
    browser.storage.onChanged.addListener((_, area) =>
      afterStart("change", area === "managed" ? refreshPolicy : follow),
    );
    const receive = routeMessages(
      {
        connect: ({ form }) => connect(form),
        "keep-draft": ({ draft }) => keepDraft(draft),
        "keep-place": ({ filter, scroll }) => keepPlace(filter, scroll),
        "replace-key": ({ accountId, key, keyIn }) => replaceKey(accountId, key, keyIn),
        "remove-account": ({ accountId }) => removeAccount(accountId),
        "rename-account": ({ accountId, label }) => renameAccount(accountId, label),
        "move-account": ({ accountId, by }) => moveAccount(accountId, by),
        "forget-lost": forgetLost,
        acknowledge: ({ accountId, findings, ...said }) => acknowledgeFindings(accountId, findings, said),
        unacknowledge: ({ accountId, findings }) => unacknowledgeFindings(accountId, findings),
        "bulk-acknowledge": ({ accountId, findings }) => bulkAcknowledge(accountId, findings),
        snooze: ({ howLong, accountId }) => snooze(howLong, accountId),
        "end-snooze": ({ accountId }) => endSnooze(accountId),
        "snooze-problem": ({ accountId, findings, howLong }) => snoozeProblem(accountId, findings, howLong),
        "end-snooze-problem": ({ accountId, findings }) => endProblemSnooze(accountId, findings),
        "clear-history": ({ accountId }) => clearHistory(accountId),
        "select-calendar": ({ accountId, calendar }) => selectCalendar(accountId, calendar),
        "unselect-calendar": ({ accountId, calendar }) => unselectCalendar(accountId, calendar),
        "set-destination": ({ accountId, calendar }) => setDestination(accountId, calendar),
        "restore-destination": ({ accountId }) => restoreDestination(accountId),
        "keep-destination": ({ accountId }) => keepDestination(accountId),
        "restore-event-types": ({ accountId, eventTypes }) => restoreEventTypes(accountId, eventTypes),
        reconnect: ({ accountId, connection }) => reconnect(accountId, connection),
        "remove-connection": ({ accountId, connection }) => removeConnection(accountId, connection),
        "restore-everything": ({ accountId, connection }) => restoreEverything(accountId, connection),
        "dismiss-mending": ({ accountId, connection }) => dismissMending(accountId, connection),
        "test-reading": ({ accountId, calendar }) => testReading(accountId, calendar),
        "import-settings": ({ text }) => importSettings(text),
        "check-now": checkNow,
        "popup-opened": () => onPopupOpened().then(() => DONE),
        "options-opened": () => refreshPolicy().then(() => DONE),
        "test-notification": sendTest,
        "change-settings": ({ change }) => changeSettings(change),
        repair: () => onUnreadable().then(() => DONE),
      },
      { after: ready },
    );
    browser.runtime.onMessage.addListener(receive);
    browser.runtime.onConnect.addListener(receivePrivately(receive));
    browser.runtime.onConnect.addListener(receiveBookings(answerAboutBookings, { after: ready }));
  },
});
