import { isoTime } from "../clock.ts";
import type { ApiRequest, Route } from "../context.ts";
import { createDestinationRow } from "../destination.ts";
import { foreignKeyError, httpError } from "../envelope.ts";
import { type FieldRule, fieldsOf, optionalStringRule, stringRule, validateFields } from "../fields.ts";
import type { ListedCalendar } from "../listing.ts";
import { type Reply, success } from "../reply.ts";

const SETTABLE = ["apple_calendar", "google_calendar", "office365_calendar"];

/**
 * `PUT /v2/destination-calendars`: reads the list first, with its side effects, and needs a live calendar of that app. It has
 * to be writable, unless a delegation is named. What is written is the first match's credential, which mends a stale one.
 */
export const destinationRoute: Route = {
  method: "PUT",
  pattern: /^\/v2\/destination-calendars$/,
  scope: "APPS_WRITE",
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

  const list = await context.cache.read(user, context.world.server);
  const live = list.connectedCalendars.flatMap((entry) => entry.calendars ?? []);
  const matching = live.filter(
    (calendar) => calendar.externalId === externalId && calendar.integration === integration,
  );
  const found =
    delegationId === ""
      ? matching.find(({ readOnly }) => !readOnly)
      : matching.find(({ delegationCredentialId }) => delegationCredentialId === delegationId);
  if (found === undefined) {
    throw httpError(404, `Could not find calendar ${externalId}`);
  }
  if (delegationId === "" && found.credentialId === -1) {
    throw foreignKeyError();
  }
  const row = user.destination ?? createDestinationRow(user, undefined, context.clock);
  user.destination = {
    ...row,
    integration,
    externalId,
    primaryEmail: primaryEmailFor(live, found, delegationId),
    // Each variant writes the one id that it was given and leaves the other as it was.
    ...(delegationId === ""
      ? { credentialId: found.credentialId }
      : { delegationCredentialId: delegationId }),
    updatedAt: isoTime(context.clock),
  };
  context.cache.clear(user.id);
  const { credentialId } = user.destination;
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
