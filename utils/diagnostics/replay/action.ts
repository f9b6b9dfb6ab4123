import * as z from "zod/mini";
import type { Action } from "../../core/findings/apply-action.ts";
import { FINDING_KINDS } from "../../core/model/kinds.ts";
import { printedSubject, type Subject } from "../../core/model/subject.ts";
import { readInstant } from "./instant.ts";

const delegation = z.optional(z.nullable(z.string()));

const Calendar = z.object({
  externalId: z.string(),
  credentialId: z.number(),
  delegationCredentialId: delegation,
});

const Destination = z.object({ integration: z.string(), externalId: z.string() });

const PrintedSubject = z.discriminatedUnion("type", [
  z.object({ type: z.literal("account") }),
  z.object({ type: z.literal("destination") }),
  z.object({
    type: z.literal("connection"),
    credentialId: z.nullable(z.number()),
    delegationCredentialId: delegation,
  }),
  z.object({
    type: z.literal("calendar"),
    credentialId: z.nullable(z.number()),
    delegationCredentialId: delegation,
    externalId: z.string(),
  }),
  z.object({ type: z.literal("eventType"), id: z.number() }),
]);

const ACTIONS: Record<string, (value: unknown, given: Record<string, unknown>) => Action> = {
  expect: (kind, { subject }) => acknowledgeAction(kind, subject),
  select: (value) => ({ action: "select-calendar", ...calendar(value) }),
  unselect: (value) => ({ action: "unselect-calendar", ...calendar(value) }),
  setDestination: (value) => ({
    action: "set-destination",
    ...fit(Destination, value, '"setDestination" needs "integration" and "externalId"'),
  }),
  keepDestination: (value) => {
    if (value !== true) throw new Error('"keepDestination" must be true');
    return { action: "keep-destination" };
  },
  snoozeUntil: (value) => ({ action: "snooze", until: readInstant(value, "snoozeUntil") }),
};

/**
 * Reads what the person did.
 * @throws Error with a sentence that says what is wrong with it
 */
export function readAction(value: unknown): Action {
  const names = Object.keys(ACTIONS);
  const given = isObject(value) ? names.filter((name) => name in value) : [];
  const [name, ...more] = given;
  const read = name === undefined ? undefined : ACTIONS[name];
  if (!isObject(value) || !name || !read || more.length > 0) {
    throw new Error(`"do" must be an object with exactly one of ${names.join(", ")}`);
  }
  return read(value[name], value);
}

function acknowledgeAction(kind: unknown, subject: unknown): Action {
  const known = FINDING_KINDS.find((one) => one === kind);
  if (!known) throw new Error(`"expect" must be one of ${FINDING_KINDS.join(", ")}`);
  const wanted = fit(PrintedSubject, subject, '"subject" must be a subject as this tool prints it');
  const printed = asPrinted(wanted);
  // Two subjects may print alike: then both are meant.
  return {
    action: "acknowledge",
    matches: ({ kind, subject }) => kind === known && JSON.stringify(printedSubject(subject)) === printed,
  };
}

function asPrinted(subject: z.infer<typeof PrintedSubject>): string {
  const whole = { integration: "", delegationCredentialId: null, ...subject } as Subject;
  if ("delegationCredentialId" in whole) whole.delegationCredentialId ??= null;
  return JSON.stringify(printedSubject(whole));
}

function calendar(value: unknown) {
  const ref = fit(Calendar, value, 'a calendar needs "externalId" and "credentialId"');
  return { ...ref, delegationCredentialId: ref.delegationCredentialId ?? null };
}

function fit<T>(schema: z.ZodMiniType<T>, value: unknown, sentence: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(sentence);
  return parsed.data;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
