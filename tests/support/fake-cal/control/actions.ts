import type { Context } from "../context.ts";
import { ACCOUNT_ACTIONS } from "./account-actions.ts";
import type { Action } from "./action.ts";
import { CALENDAR_ACTIONS } from "./calendar-actions.ts";
import { CONNECTION_ACTIONS } from "./connection-actions.ts";
import { ControlError, type Fields } from "./fields.ts";
import { MEETING_ACTIONS } from "./meeting-actions.ts";
import { SERVER_ACTIONS } from "./server-actions.ts";

/** What to do; the other fields depend on the action. */
export interface ControlAction {
  action: string;
  [field: string]: unknown;
}

const ACTIONS: Record<string, Action> = {
  ...SERVER_ACTIONS,
  ...ACCOUNT_ACTIONS,
  ...CONNECTION_ACTIONS,
  ...CALENDAR_ACTIONS,
  ...MEETING_ACTIONS,
};

export const ACTION_NAMES = Object.keys(ACTIONS);

/**
 * Does one action and says what was done.
 *
 * @throws ControlError with a sentence when the action or one of its fields makes no sense
 */
export function control(context: Context, input: unknown): string {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new ControlError('A control request is a JSON object with an "action".');
  }
  const fields: Fields = { ...input };
  const name = fields.action;
  const action = typeof name === "string" && Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) {
    throw new ControlError(
      `There is no action ${JSON.stringify(name)}. Actions: ${ACTION_NAMES.join(", ")}.`,
    );
  }
  return action(context, fields);
}
