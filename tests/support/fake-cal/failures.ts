import { type ApiError, databaseError, httpError, recordNotFoundError, unhandledError } from "./envelope.ts";
import type { Mode } from "./server-state.ts";

/** What the API itself refuses with in this mode, whatever it was asked for. */
export function failureIn({ kind }: Mode): ApiError | null {
  switch (kind) {
    case "envelope-401":
      return httpError(401, "ApiAuthStrategy - api key - Your api key is not valid");
    case "envelope-403":
      return httpError(403, "PermissionsGuard - the user does not have the required permissions");
    case "envelope-404":
      return httpError(404, "Calendar credentials not found");
    case "record-404":
      return recordNotFoundError();
    case "envelope-500":
      return databaseError();
    case "older-500":
      return unhandledError();
    default:
      return null;
  }
}
