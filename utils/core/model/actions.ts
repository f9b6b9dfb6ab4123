import type { FindingRef } from "./finding.ts";

/**
 * What an action is about: while one is under way, no other about the same is sent, and of those that wait the last one counts.
 * `selection` and `reading` are those of one calendar; an account has one destination, however it is set.
 */
export type Scope = "selection" | "reading" | "destination" | "connection" | "findings" | "account";

/** What the arguments of actions are, which decides how they are logged and replaced by stand-ins. */
export interface ArgumentTypes {
  calendar: string;
  credential: number;
  /** null for a connection that is no delegation. */
  delegation: string | null;
  /** `integration.type` */
  app: string;
  /** ms since the epoch */
  time: number;
  findings: readonly FindingRef[];
}
export type ArgumentSort = keyof ArgumentTypes;

interface ActionFacts {
  scope: Scope;
  /** Cal.com is asked for a change, which an answer has yet to show: until then it is pending. */
  pending: boolean;
  /** The history may tell of it. */
  journaled: boolean;
  /**
   * The name and sort of each argument of what changes the state at once, and is logged to be replayed; null for what leaves
   * the state as it is, or is done as another action.
   */
  args: Readonly<Record<string, ArgumentSort>> | null;
}

const CALENDAR = {
  externalId: "calendar",
  credentialId: "credential",
  delegationCredentialId: "delegation",
} as const;

/** All that a person does here, by the id that it has everywhere: in messages, what is pending, the history, and the log of checks. */
export const ACTIONS = {
  "select-calendar": { scope: "selection", pending: true, journaled: true, args: CALENDAR },
  "unselect-calendar": { scope: "selection", pending: true, journaled: true, args: CALENDAR },
  "set-destination": {
    scope: "destination",
    pending: true,
    journaled: true,
    args: { integration: "app", externalId: "calendar" },
  },
  /** Done as `set-destination`, to the calendar that is remembered. */
  "restore-destination": { scope: "destination", pending: false, journaled: false, args: null },
  /** The destination that Cal.com has now is the wanted one. */
  "keep-destination": { scope: "destination", pending: false, journaled: true, args: {} },
  reconnect: { scope: "connection", pending: false, journaled: false, args: null },
  "test-reading": { scope: "reading", pending: false, journaled: false, args: null },
  /** Mark as expected; of what is gone or lost, accept it. */
  acknowledge: { scope: "findings", pending: false, journaled: true, args: { findings: "findings" } },
  /** Take such a mark back: it counts again from now on, but it is no news. */
  unacknowledge: { scope: "findings", pending: false, journaled: true, args: { findings: "findings" } },
  /** Done as `acknowledge`. */
  "bulk-acknowledge": { scope: "findings", pending: false, journaled: false, args: null },
  snooze: { scope: "account", pending: false, journaled: true, args: { until: "time" } },
  "end-snooze": { scope: "account", pending: false, journaled: true, args: {} },
  connect: { scope: "account", pending: false, journaled: true, args: null },
  "replace-key": { scope: "account", pending: false, journaled: true, args: null },
} as const satisfies Record<string, ActionFacts>;

type Actions = typeof ACTIONS;
export type ActionId = keyof Actions;
type IdWith<Facts extends Partial<ActionFacts>> = {
  [Id in ActionId]: Actions[Id] extends Facts ? Id : never;
}[ActionId];

export type JournaledAction = IdWith<{ journaled: true }>;
/** Settled by an answer that shows it. */
export type PendingId<S extends Scope = Scope> = IdWith<{ pending: true; scope: S }>;
/** What changes the state at once, and is logged. */
export type AppliedId = Exclude<ActionId, IdWith<{ args: null }>>;

/** An action with its arguments. @typeParam Types what there is of each sort */
export type WithArguments<
  Id extends AppliedId,
  Types extends Record<ArgumentSort, unknown>,
> = Id extends AppliedId
  ? { action: Id } & { [Name in keyof Actions[Id]["args"]]: Types[Actions[Id]["args"][Name] & ArgumentSort] }
  : never;

/** Something the person did, that changes the state at once. */
export type Performed<Id extends AppliedId = AppliedId> = WithArguments<Id, ArgumentTypes>;

export function isApplied(id: ActionId): id is AppliedId {
  return ACTIONS[id].args !== null;
}
// Safe: these are the keys of the table.
const IDS = Object.keys(ACTIONS) as ActionId[];
export const APPLIED_ACTIONS = IDS.filter(isApplied);
export const JOURNALED_ACTIONS = IDS.filter((id): id is JournaledAction => ACTIONS[id].journaled);

export function isPending(id: ActionId): id is PendingId {
  return ACTIONS[id].pending;
}

/** Those about this that an answer has yet to show. */
export function pendingIds<S extends Scope>(scope: S): PendingId<S>[] {
  return IDS.filter((id): id is PendingId<S> => isPending(id) && ACTIONS[id].scope === scope);
}
