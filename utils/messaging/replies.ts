import type { ActionProblem } from "../core/actions/problem.ts";
import type { Account } from "../core/model/account.ts";
import type { SettingName } from "../core/settings/table.ts";

/** Why a key was not stored. Each has its own sentence in `locales`, under `setUp.problem`. */
export type SetUpProblem =
  | { problem: "emptyKey" }
  /** It holds characters that no API key has, so it can't be sent. */
  | { problem: "unreadableKey" }
  | { problem: "emptyUrl" }
  | { problem: "badUrl" }
  /** http is only for the person's own machine. */
  | { problem: "insecureUrl" }
  | { problem: "badWebUrl" }
  | { problem: "noPermission" }
  /** An administrator allows one server only, and this is another. */
  | { problem: "notAllowed" }
  | { problem: "wrongKeyOrRegion" }
  /** The same where no other region can be chosen. */
  | { problem: "wrongKey" }
  | { problem: "expiredKey" }
  | { problem: "forbiddenKey" }
  /** A token that was not given the right to say whose it is. */
  | { problem: "outOfScope" }
  | { problem: "noLicence" }
  | { problem: "noApi" }
  /** A web app is there, but nothing behind it where its API would be. */
  | { problem: "apiNotRunning" }
  /** What Cal.com itself said. */
  | { problem: "calError"; status: number; message: string }
  | { problem: "offline" }
  | { problem: "unreachable" }
  /** The address sends elsewhere, as a sign-in page does. */
  | { problem: "redirected" }
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
