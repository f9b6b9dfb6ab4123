import * as z from "zod/mini";
import type { Act } from "../../core/findings/apply-action.ts";
import { FINDING_KINDS } from "../../core/findings/finding.ts";
import { printedSubject, type Subject } from "../../core/findings/subject.ts";
import { readInstant } from "./instant.ts";
import { isObject } from "./line.ts";

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
]);

const ACTS: Record<string, (value: unknown, given: Record<string, unknown>) => Act> = {
  expect: (kind, { subject }) => expectAct(kind, subject),
  select: (value) => ({ act: "select", ...calendar(value) }),
  unselect: (value) => ({ act: "unselect", ...calendar(value) }),
  setDestination: (value) => ({
    act: "setDestination",
    ...fit(Destination, value, '"setDestination" needs "integration" and "externalId"'),
  }),
  keepDestination: (value) => {
    if (value !== true) throw new Error('"keepDestination" must be true');
    return { act: "keepDestination" };
  },
  snoozeUntil: (value) => ({ act: "snooze", until: readInstant(value, "snoozeUntil") }),
};

/**
 * Reads what the person did.
 * @throws Error with a sentence that says what is wrong with it
 */
export function readAct(value: unknown): Act {
  const names = Object.keys(ACTS);
  const given = isObject(value) ? names.filter((name) => name in value) : [];
  const [name, ...more] = given;
  const read = name === undefined ? undefined : ACTS[name];
  if (!isObject(value) || !name || !read || more.length > 0) {
    throw new Error(`"do" must be an object with exactly one of ${names.join(", ")}`);
  }
  return read(value[name], value);
}

function expectAct(kind: unknown, subject: unknown): Act {
  const known = FINDING_KINDS.find((one) => one === kind);
  if (!known) throw new Error(`"expect" must be one of ${FINDING_KINDS.join(", ")}`);
  const wanted = fit(PrintedSubject, subject, '"subject" must be a subject as this tool prints it');
  const printed = asPrinted(wanted);
  // Two subjects may print alike: then both are meant.
  return {
    act: "expect",
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
