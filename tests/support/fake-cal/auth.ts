import type { IncomingHttpHeaders } from "node:http";
import { bearerOf, isApiKey } from "./bearer.ts";
import { type ApiError, httpError, tokenExpiredError } from "./envelope.ts";
import { CALENDARS_ONLY_SCOPES, READ_ONLY_SCOPES, type Scope } from "./scopes.ts";
import type { ApiKey, User, World } from "./world.ts";

const NO_METHOD =
  "ApiAuthStrategy - No authentication method provided. Either pass an API key as 'Bearer' header or OAuth client " +
  "credentials as 'x-cal-secret-key' and 'x-cal-client-id' headers";

const NO_TOKENS = "insufficient_scope: this endpoint is not available for third-party OAuth tokens";

/**
 * What the rate limiter finds out first: an API key that nobody knows is refused before it is counted. One that was
 * deleted within the last hour still has its limits cached, so it gets past here.
 *
 * @throws ApiError 401 for an unknown API key
 */
export function assertKnownToThrottle(world: World, headers: IncomingHttpHeaders): void {
  const bearer = bearerOf(headers);
  if (bearer === null || !isApiKey(bearer)) {
    return;
  }
  const key = findKey(world, bearer);
  if (key === undefined || key.state === "unknown") {
    throw httpError(401, "CustomThrottlerGuard - Invalid API Key");
  }
}

/**
 * The user that a request speaks for, if its key may do what needs this scope.
 *
 * @throws ApiError 401, 403 or 498 with Cal.com's own words when there is none
 */
export function authenticate(world: World, headers: IncomingHttpHeaders, scope: Scope | null): User {
  const bearer = bearerOf(headers);
  if (bearer === null) {
    throw httpError(401, NO_METHOD);
  }
  const key = findKey(world, bearer);
  if (key === undefined) {
    throw isApiKey(bearer) ? keyError("Your api key is not valid") : httpError(401, "Invalid Access Token.");
  }
  const refusal = refusalOf(key, scope, headers.origin);
  if (refusal !== null) {
    throw refusal;
  }
  const user = world.users.find((candidate) => candidate.id === key.userId);
  if (user === undefined) {
    throw httpError(404, "User not found");
  }
  return user;
}

function findKey(world: World, bearer: string): ApiKey | undefined {
  return world.keys.find((candidate) => candidate.key === bearer);
}

function refusalOf(key: ApiKey, scope: Scope | null, origin: string | undefined): ApiError | null {
  switch (key.state) {
    case "valid":
      return null;
    case "unknown":
    case "deleted":
      return keyError("Your api key is not valid");
    case "expired":
      return keyError("Your api key is expired");
    case "orphan":
      return keyError("No user tied to this apiKey");
    case "no-licence":
      return keyError("Invalid or missing CALCOM_LICENSE_KEY environment variable");
    case "insufficient-scope":
      return httpError(403, NO_TOKENS);
    case "read-only":
      return scopeError(scope, READ_ONLY_SCOPES);
    case "calendars-only":
      return scopeError(scope, CALENDARS_ONLY_SCOPES);
    case "token-expired":
      return tokenExpiredError();
    case "managed":
      return origin === undefined ? null : originError(origin);
  }
}

/** What a token is told that may do this and no more. */
function scopeError(scope: Scope | null, scopes: readonly Scope[]): ApiError | null {
  if (scope === null) {
    return httpError(403, NO_TOKENS);
  }
  const has = scopes.join(", ");
  return scopes.includes(scope)
    ? null
    : httpError(
        403,
        `insufficient_scope: token does not have the required scopes. Required: ${scope}. Token has: ${has}`,
      );
}

/** A managed user's token works from the addresses of its client only, and so from no extension. */
function originError(origin: string): ApiError {
  return httpError(
    401,
    `ApiAuthStrategy - access token - Invalid request origin - please open https://app.cal.com/settings/platform and add the origin '${origin}' to the 'Redirect uris' of your OAuth client with ID 'client1'`,
  );
}

function keyError(message: string): ApiError {
  return httpError(401, `ApiAuthStrategy - api key - ${message}`);
}
