/**
 * Cal.com's messages about a connection that leave no doubt. Every other message, above all "Could not get connected
 * calendars", stands for any exception at all: a network blip as well as a changed password.
 */
const EXACT = new Set([
  "access token expired or revoked",
  "no primary calendar found",
  "could not get calendar instance",
]);

/** About a delegation credential: an organisation's administrator has to act. */
const DELEGATION = [/delegation ?credential/i, /^user .*might not exist in/i, /tenantid is missing/i];

/** @param message Cal.com's, trimmed; null for a connection without one */
export function isDefinitive(message: string | null): boolean {
  return message !== null && (EXACT.has(message.toLowerCase()) || isAboutDelegation(message));
}

export function isAboutDelegation(message: string): boolean {
  return DELEGATION.some((pattern) => pattern.test(message));
}
