import { calendarFor, planEventTypes } from "../../core/actions/plan-event-types.ts";
import type { AccountState, EventTypeDestination } from "../../core/model/account-state.ts";
import type { KindAbout } from "../../core/model/kind-groups.ts";
import type { EventTypeSubject } from "../../core/model/subject.ts";
import { plural, t } from "../i18n.ts";
import { destinationName, eventTypeName } from "../names.ts";
import { type Context, type Copy, type CopyOf, copy, linkTo } from "./copy.ts";

export const EVENT_TYPE_COPY: CopyOf<"eventType"> = {
  "event-type-destination-broken": (context, subject) => copyOf(context, subject, "destination", "broken"),
  "event-type-destination-read-only": (context, subject) =>
    copyOf(context, subject, "destination", "readOnly"),
  "event-type-destination-lost": (context, subject) => copyOf(context, subject, "remembered", "lost"),
};

function copyOf(
  context: Context,
  subject: EventTypeSubject,
  which: "destination" | "remembered",
  sentences: "broken" | "readOnly" | "lost",
): Copy {
  const { state } = context;
  const known = state.eventTypes.find(({ id }) => id === subject.id);
  const calendar = known?.[which] ?? null;
  const names = [eventTypeName(state, subject), nameOf(state, calendar)] as const;
  const isFirst = sentences === "lost" && "problem" in calendarFor(state, calendar);
  return copy({
    what: t(`problem.eventType.${sentences}.what`, [...names]),
    effect: t(EFFECTS[sentences]),
    consequence: t(`problem.eventType.${sentences}.consequence`, [...names]),
    todo: isFirst
      ? t("problem.eventType.lost.connectFirst", [...names])
      : t(`problem.eventType.${sentences}.todo`, [...names]),
    link: linkTo(context, t("problem.eventType.link"), { page: "event-type", id: subject.id }),
  });
}

function nameOf(state: AccountState, destination: EventTypeDestination | null): string {
  if (destination === null) return t("list.unnamed");
  return destinationName(state, {
    ...destination,
    name: null,
    credentialId: null,
    delegationCredentialId: null,
  });
}

/** What is said of several event types at once, at least two of one kind. */
export function eventTypesCopy(
  context: Context,
  kind: KindAbout<"eventType">,
  subjects: readonly EventTypeSubject[],
): Copy {
  const several = SEVERAL[kind];
  return copy({
    what: plural(`problemGroup.eventTypes.${several}.what`, subjects.length),
    effect: t(EFFECTS[several]),
    consequence: t(`problemGroup.eventTypes.${several}.consequence`),
    todo:
      several === "lost" ? lostTodo(context.state, subjects) : t(`problemGroup.eventTypes.${several}.todo`),
    link: linkTo(context, t("problemGroup.eventTypes.link"), { page: "event-types" }),
  });
}

const EFFECTS = {
  broken: "problem.effect.eventType",
  readOnly: "problem.effect.eventType",
  lost: "problem.effect.eventTypeLost",
} as const;

const SEVERAL = {
  "event-type-destination-broken": "broken",
  "event-type-destination-read-only": "readOnly",
  "event-type-destination-lost": "lost",
} as const satisfies Record<KindAbout<"eventType">, string>;

function lostTodo(state: AccountState, subjects: readonly EventTypeSubject[]): string {
  const { restorable } = planEventTypes(
    state,
    subjects.map(({ id }) => id),
  );
  if (restorable.length === 0) return t("problemGroup.eventTypes.lost.connectFirst");
  return restorable.length === subjects.length
    ? t("problemGroup.eventTypes.lost.todo")
    : plural("problemGroup.eventTypes.lost.todoSome", restorable.length);
}
