import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { actionHandlers } from "../utils/actions/handlers.ts";
import { reconnect } from "../utils/actions/reconnect/reconnect.ts";
import { forgetTabs, onTabEvent } from "../utils/actions/reconnect/tab-left.ts";
import { openProblem } from "../utils/attention/notify/open-problem.ts";
import { receivePrivately } from "../utils/messages/private-message.ts";
import { routeMessages } from "../utils/messages/router.ts";
import { moveAccount } from "../utils/monitor/accounts/move-account.ts";
import { renameAccount } from "../utils/monitor/accounts/rename-account.ts";
import { CHECK_ALARM } from "../utils/monitor/alarm.ts";
import { changeSettings } from "../utils/monitor/change-settings.ts";
import { checkAccess } from "../utils/monitor/check-access.ts";
import { checkNow } from "../utils/monitor/check-now.ts";
import { checkOn } from "../utils/monitor/check-on.ts";
import { clearHistory } from "../utils/monitor/deeds/clear-history.ts";
import { answerOffer, expectFindings, takeBackFindings } from "../utils/monitor/deeds/mark.ts";
import { snooze } from "../utils/monitor/deeds/snooze.ts";
import { obeyMenu, obeyShortcut } from "../utils/monitor/menu/obey.ts";
import { connect } from "../utils/monitor/set-up/connect.ts";
import { removeAccount } from "../utils/monitor/set-up/remove-account.ts";
import { replaceKey } from "../utils/monitor/set-up/replace-key.ts";
import { importSettings } from "../utils/monitor/settings/import-settings.ts";
import { refreshPolicy } from "../utils/monitor/settings/refresh-policy.ts";
import { follow, start } from "../utils/monitor/start.ts";
import { welcome } from "../utils/monitor/welcome.ts";
import { onMenuClick } from "../utils/platform/context-menu.ts";
import { report } from "../utils/platform/report.ts";
import { onShortcut } from "../utils/platform/shortcuts.ts";
import { listenToTabs } from "../utils/platform/tab-events.ts";
import { repair } from "../utils/store/repair.ts";

const DONE = { ok: true };

/** Registers every listener before anything else: an event that wakes the worker is lost on one that comes later. */
export default defineBackground({
  type: "module",
  main() {
    const ready = start();
    const afterStart = (event: string, work: () => Promise<unknown>) => {
      ready.then(work).catch((error: unknown) => report(`On ${event}`, error));
    };

    browser.alarms.onAlarm.addListener(({ name }) => {
      if (name === CHECK_ALARM) afterStart("alarm", () => checkOn("alarm").finally(follow));
    });
    browser.runtime.onStartup.addListener(() => afterStart("start", () => checkOn("browserStart")));
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === "install") afterStart("install", welcome);
      else afterStart("update", () => checkOn("update"));
    });
    browser.permissions.onAdded.addListener(() => afterStart("permission", checkAccess));
    browser.permissions.onRemoved.addListener(() => afterStart("permission", checkAccess));
    browser.notifications.onClicked.addListener((id) => afterStart("notification", () => openProblem(id)));
    onMenuClick((id) => afterStart("menu", () => obeyMenu(id)));
    onShortcut((command) => afterStart("shortcut", () => obeyShortcut(command)));
    listenToTabs((event) => afterStart("tab", () => onTabEvent(event)));
    afterStart("start", forgetTabs);
    self.addEventListener("online", () => afterStart("online", () => checkOn("online")));
    browser.storage.onChanged.addListener((_, area) =>
      afterStart("change", area === "managed" ? refreshPolicy : follow),
    );
    const receive = routeMessages({
      ...actionHandlers(ready),
      connect: ({ form }) => ready.then(() => connect(form)),
      "replace-key": ({ accountId, key, keyIn }) => ready.then(() => replaceKey(accountId, key, keyIn)),
      "remove-account": ({ accountId }) => ready.then(() => removeAccount(accountId)),
      "rename-account": ({ accountId, label }) => ready.then(() => renameAccount(accountId, label)),
      "move-account": ({ accountId, by }) => ready.then(() => moveAccount(accountId, by)),
      expect: ({ accountId, findings }) => ready.then(() => expectFindings(accountId, findings)),
      "take-back": ({ accountId, findings }) => ready.then(() => takeBackFindings(accountId, findings)),
      "answer-offer": ({ accountId, findings }) => ready.then(() => answerOffer(accountId, findings)),
      snooze: ({ howLong }) => ready.then(() => snooze(howLong)),
      "clear-history": ({ accountId }) => ready.then(() => clearHistory(accountId)),
      "import-settings": ({ text }) => ready.then(() => importSettings(text)),
      reconnect: ({ accountId, connection }) => ready.then(() => reconnect(accountId, connection)),
      "check-now": () => ready.then(checkNow),
      "popup-opened": () => ready.then(() => checkOn("popupOpened")).then(() => DONE),
      "change-settings": ({ change }) => ready.then(() => changeSettings(change)),
      repair: () =>
        ready
          .then(repair)
          .then(refreshPolicy)
          .then(() => DONE),
    });
    browser.runtime.onMessage.addListener(receive);
    browser.runtime.onConnect.addListener(receivePrivately(receive));
  },
});
