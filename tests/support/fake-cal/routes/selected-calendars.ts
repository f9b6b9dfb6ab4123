import type { ApiRequest, Route } from "../context.ts";
import { assertOwnCredential } from "../credentials.ts";
import { httpError } from "../envelope.ts";
import { fieldsOf, integerRule, optionalStringRule, stringRule, validateFields } from "../fields.ts";
import { type Reply, success } from "../reply.ts";
import type { Selection } from "../rows.ts";
import type { User, World } from "../world.ts";

/** `POST /v2/selected-calendars`: integration and externalId are not checked against the provider. */
export const selectRoute: Route = {
  method: "POST",
  pattern: /^\/v2\/selected-calendars$/,
  scope: "APPS_WRITE",
  handle: select,
};

/**
 * `DELETE /v2/selected-calendars`: finds rows by calendar, whatever credential they were made with, and gives up when
 * there are two. The credential that is sent has to be the user's, and plays no part otherwise.
 */
export const unselectRoute: Route = {
  method: "DELETE",
  pattern: /^\/v2\/selected-calendars$/,
  scope: "APPS_WRITE",
  handle: unselect,
};

function select({ user, context, body }: ApiRequest): Reply {
  const fields = fieldsOf(body);
  validateFields(fields, [
    stringRule("integration"),
    stringRule("externalId"),
    integerRule("credentialId"),
    optionalStringRule("delegationCredentialId"),
  ]);
  const selection: Selection = {
    integration: String(fields.integration),
    externalId: String(fields.externalId),
    credentialId: Number(fields.credentialId),
    delegationCredentialId: null,
    eventTypeId: null,
  };
  if (typeof fields.delegationCredentialId === "string" && fields.delegationCredentialId !== "") {
    return selectDelegated(context.world, user, {
      ...selection,
      credentialId: null,
      delegationCredentialId: fields.delegationCredentialId,
    });
  }
  assertOwnCredential(user, Number(fields.credentialId));
  const isKnown = user.selections.some((other) => isRowOf(other, selection));
  if (!isKnown) {
    user.selections.push(selection);
  }
  context.cache.clear(user.id);
  // A calendar that was selected already is answered without any `data`.
  return success(isKnown ? undefined : shown(user, selection), 201);
}

/** Unlike the other one it replaces what is there, and leaves the cached list as it is. */
function selectDelegated(world: World, user: User, selection: Selection): Reply {
  assertDelegation(world, user, selection.delegationCredentialId ?? "");
  user.selections = user.selections.filter(
    (other) =>
      !isRowOf(other, selection) || other.delegationCredentialId !== selection.delegationCredentialId,
  );
  user.selections.push(selection);
  return success(shown(user, selection), 201);
}

function unselect({ user, context, query }: ApiRequest): Reply {
  const fields = Object.fromEntries(query);
  validateFields(fields, [
    stringRule("integration"),
    stringRule("externalId"),
    stringRule("credentialId"),
    optionalStringRule("delegationCredentialId"),
  ]);
  const { integration = "", externalId = "", credentialId, delegationCredentialId } = fields;
  if (delegationCredentialId) {
    assertDelegation(context.world, user, delegationCredentialId);
  } else {
    assertOwnCredential(user, Number(credentialId));
  }
  const found = user.selections.filter(
    (other) =>
      isRowOf(other, { integration, externalId }) &&
      (!delegationCredentialId || other.delegationCredentialId === delegationCredentialId),
  );
  const [only] = found;
  if (only === undefined) {
    throw httpError(404, "No SelectedCalendar found.");
  }
  if (found.length > 1) {
    throw httpError(400, "Multiple SelecteCalendars found. Skipping deletion");
  }
  user.selections = user.selections.filter((other) => other !== only);
  context.cache.clear(user.id);
  return success(shown(user, only));
}

function assertDelegation(world: World, user: User, id: string): void {
  const delegation = world.delegations.find((candidate) => candidate.id === id);
  if (delegation === undefined) {
    throw httpError(404, "DelegationCredential with provided delegationCredentialId not found");
  }
  if (delegation.organizationId !== user.organizationId) {
    throw httpError(404, "User is not a member of the organization that owns the Delegation credential");
  }
}

/** Whether this is a row of the user, and not of an event type, for that calendar. */
function isRowOf(row: Selection, calendar: Pick<Selection, "integration" | "externalId">): boolean {
  return (
    row.eventTypeId === null &&
    row.integration === calendar.integration &&
    row.externalId === calendar.externalId
  );
}

function shown(user: User, { integration, externalId, credentialId }: Selection) {
  return { userId: user.id, integration, externalId, credentialId };
}
