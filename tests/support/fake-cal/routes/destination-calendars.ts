import type { ApiRequest, Route } from "../context.ts";
import { createDestinationRow } from "../destination.ts";
import { httpError } from "../envelope.ts";
import { type FieldRule, fieldsOf, optionalStringRule, stringRule, validateFields } from "../fields.ts";
import type { ListedCalendar } from "../listing.ts";
import { type Reply, success } from "../reply.ts";

const SETTABLE = ["apple_calendar", "google_calendar", "office365_calendar"];

/** `PUT /v2/destination-calendars`: reads the list first, with its side effects, and needs a live writable calendar. */
export const destinationRoute: Route = {
  method: "PUT",
  pattern: /^\/v2\/destination-calendars$/,
  handle: putDestination,
};

async function putDestination({ user, context, body }: ApiRequest): Promise<Reply> {
  const fields = fieldsOf(body);
  validateFields(fields, [
    integrationRule(),
    stringRule("externalId"),
    optionalStringRule("delegationCredentialId"),
  ]);
  const integration = String(fields.integration);
  const externalId = String(fields.externalId);
  const delegationId = typeof fields.delegationCredentialId === "string" ? fields.delegationCredentialId : "";

  const list = await context.cache.read(user, context.world.server.cacheMs);
  const live = list.connectedCalendars.flatMap((entry) => entry.calendars ?? []);
  const found = live.find(
    (calendar) =>
      calendar.externalId === externalId &&
      calendar.integration === integration &&
      !calendar.readOnly &&
      (delegationId === "" || calendar.delegationCredentialId === delegationId),
  );
  if (found === undefined) {
    throw httpError(404, `Could not find calendar ${externalId}`);
  }
  const credentialId = delegationId === "" ? found.credentialId : null;
  user.destination = {
    ...(user.destination ?? createDestinationRow(user, found)),
    integration,
    externalId,
    primaryEmail: primaryEmailFor(live, found, delegationId),
    credentialId,
    delegationCredentialId: delegationId === "" ? null : delegationId,
    updatedAt: new Date().toISOString(),
  };
  context.cache.clear(user.id);
  return success({ userId: user.id, integration, externalId, credentialId });
}

function primaryEmailFor(live: ListedCalendar[], found: ListedCalendar, delegationId: string): string | null {
  if (delegationId !== "") {
    return found.primary === true ? (found.email ?? null) : null;
  }
  return (
    live.find(({ primary, credentialId }) => primary === true && credentialId === found.credentialId)
      ?.email ?? null
  );
}

function integrationRule(): FieldRule {
  const message = `integration must be one of the following values: ${SETTABLE.join(", ")}`;
  const holds = (value: unknown) => typeof value === "string" && SETTABLE.includes(value);
  return { property: "integration", checks: { isIn: { holds, message } } };
}
