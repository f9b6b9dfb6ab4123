import type { ActionProblem } from "../core/actions/problem.ts";
import type { Account, Region } from "../core/model/account.ts";
import type { Finding } from "../core/model/finding.ts";
import type { CalendarSubject, ConnectionSubject } from "../core/model/subject.ts";
import type { SettingName, Settings } from "../core/settings/table.ts";
import type { Snooze } from "../core/snooze.ts";

/** What the set-up form sends. The key is as it was typed: the worker cleans it. */
export interface ConnectForm {
  key: string;
  region: Region;
  /** As typed; only for `self-hosted`. */
  apiUrl: string;
  /** As typed, optional; only for `self-hosted`. */
  webUrl: string;
  keyIn: "local" | "session";
}

/** The settings that are to be different; the others stay. */
export type SettingsChange = Partial<Settings>;

/** Which finding of an account is meant. */
export type FindingRef = Pick<Finding, "kind" | "subject">;

/** Commands from a page to the worker. Pages ask; only the worker reads keys, asks Cal.com and writes. */
export type Message =
  | { type: "connect"; form: ConnectForm }
  | { type: "replace-key"; accountId: string; key: string; keyIn: "local" | "session" }
  | { type: "remove-account"; accountId: string }
  /** A blank label gives the account the name back that Cal.com knows. */
  | { type: "rename-account"; accountId: string; label: string }
  /** One place up or down in the order in which accounts are shown. */
  | { type: "move-account"; accountId: string; by: -1 | 1 }
  /** Marks findings as expected; accepts what is gone or lost. */
  | { type: "acknowledge"; accountId: string; findings: FindingRef[] }
  /** Takes such marks back. */
  | { type: "unacknowledge"; accountId: string; findings: FindingRef[] }
  /** "These are as I want them", with the findings that were shown; with none of them the person wants no offer. */
  | { type: "bulk-acknowledge"; accountId: string; findings: FindingRef[] }
  /** All accounts. */
  | { type: "snooze"; howLong: Snooze }
  | { type: "clear-history"; accountId: string }
  /** Check a calendar for conflicts, or don't any more. */
  | { type: "select-calendar"; accountId: string; calendar: CalendarSubject; selected: boolean }
  /** Add bookings to this calendar. */
  | { type: "set-destination"; accountId: string; calendar: CalendarSubject }
  /** Add bookings to the calendar again that was remembered. */
  | { type: "restore-destination"; accountId: string }
  /** The destination that Cal.com has now is the wanted one. */
  | { type: "keep-destination"; accountId: string }
  /** Opens the place in the web app where a connection is made anew. */
  | { type: "reconnect"; accountId: string; connection: ConnectionSubject }
  /** Counts the busy times that Cal.com sees in a calendar. */
  | { type: "test-reading"; accountId: string; calendar: CalendarSubject }
  /** @see ImportReply */
  | { type: "import-settings"; text: string }
  /** All accounts. Answered when the checks are over. */
  | { type: "check-now" }
  | { type: "popup-opened" }
  | { type: "change-settings"; change: SettingsChange }
  /** A page could not make sense of a stored record: the worker looks at all of them again. */
  | { type: "repair" };

/** Why a key was not stored. Each has its own sentence in `locales`, under `setUp.problem`. */
export type SetUpProblem =
  | { problem: "emptyKey" }
  /** It holds characters that no API key has, so it can't be sent. */
  | { problem: "unreadableKey" }
  | { problem: "emptyUrl" }
  | { problem: "badUrl" }
  /** http is only for localhost. */
  | { problem: "insecureUrl" }
  | { problem: "badWebUrl" }
  | { problem: "noPermission" }
  /** An administrator allows one server only, and this is another. */
  | { problem: "notAllowed" }
  | { problem: "wrongKeyOrRegion" }
  /** The same on a self-hosted server, where there is no other region. */
  | { problem: "wrongKey" }
  | { problem: "expiredKey" }
  | { problem: "forbiddenKey" }
  | { problem: "noLicence" }
  | { problem: "noApi" }
  | { problem: "offline" }
  | { problem: "unreachable" }
  | { problem: "timedOut" }
  | { problem: "rateLimited"; waitSeconds: number | null }
  | { problem: "serverFailed"; status: number }
  | { problem: "alreadyConnected"; who: string }
  /** A replacement key that belongs to somebody else. */
  | { problem: "otherUser"; who: string }
  | { problem: "accountGone" }
  /** A later version of the extension wrote what would be changed. */
  | { problem: "newerStore" }
  | { problem: "notStored" };

export type ConnectReply = { ok: true; account: Account } | { ok: false; problem: SetUpProblem };
export type CheckReply =
  | { ok: true }
  /** Cal.com limits the rate, and asked to be left alone for a while. */
  | { ok: false; tooSoon: { waitSeconds: number }; notStored?: never }
  /** What a check found could not be stored, so that what is shown may be out of date. */
  | { ok: false; notStored: true; tooSoon?: never };
export type DoneReply = { ok: boolean };
export type ImportReply =
  /** `kept` are settings that the organisation has set, which the file would have changed. */
  | { ok: true; kept: SettingName[] }
  /** Nothing was changed. `damaged`: no settings file of this extension, or one with a value that does not fit. */
  | { ok: false; problem: "damaged" | "newer" | "newerStore" | "notStored" };

/** Answered when the state was read back: what is stored by then is the truth, whether it was done or not. */
export type ActionReply = { ok: true } | { ok: false; problem: ActionProblem };

export interface Replies {
  connect: ConnectReply;
  "replace-key": ConnectReply;
  "remove-account": DoneReply;
  "rename-account": DoneReply;
  "move-account": DoneReply;
  acknowledge: DoneReply;
  unacknowledge: DoneReply;
  "bulk-acknowledge": DoneReply;
  snooze: DoneReply;
  "clear-history": DoneReply;
  "select-calendar": ActionReply;
  "set-destination": ActionReply;
  "restore-destination": ActionReply;
  "keep-destination": ActionReply;
  reconnect: ActionReply;
  "test-reading": ActionReply;
  "import-settings": ImportReply;
  "check-now": CheckReply;
  "popup-opened": DoneReply;
  "change-settings": DoneReply;
  repair: DoneReply;
}
