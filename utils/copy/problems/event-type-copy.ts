import type { AccountState, EventTypeDestination } from "../../core/model/account-state.ts";
import type { EventTypeSubject } from "../../core/model/subject.ts";
import { t } from "../i18n.ts";
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
  const names = [eventTypeName(state, subject), nameOf(state, known?.[which] ?? null)] as const;
  return copy({
    what: t(`problem.eventType.${sentences}.what`, [...names]),
    consequence: t(`problem.eventType.${sentences}.consequence`, [...names]),
    todo: t(`problem.eventType.${sentences}.todo`, [...names]),
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
