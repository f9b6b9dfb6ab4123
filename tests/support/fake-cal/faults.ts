/** What is wrong with a connection. Every kind shows itself as one of Cal.com's broken entries. */
export type Fault =
  | { kind: "none" }
  | { kind: "revoked" }
  | { kind: "failing" }
  | { kind: "transient"; times: number }
  | { kind: "now-and-then"; seed: number; percent: number; reads: number }
  | { kind: "no-calendars" }
  | { kind: "no-client" }
  | { kind: "message"; message: string }
  | { kind: "bare" };

export type FaultKind = Fault["kind"];

export const FAULT_KINDS: readonly FaultKind[] = [
  "none",
  "revoked",
  "failing",
  "transient",
  "now-and-then",
  "no-calendars",
  "no-client",
  "message",
  "bare",
];

export const MESSAGES = {
  revoked: "Access token expired or revoked",
  failing: "Could not get connected calendars",
  noPrimary: "No primary calendar found",
  noClient: "Could not get calendar instance",
} as const;

/** Every message with which a delegation (organisation-wide) credential can fail. */
export function delegationMessages(email: string): string[] {
  return [
    "Make sure that the Client ID for the delegation credential is added to the Google Workspace Admin Console",
    `User ${email} might not exist in Google Workspace`,
    "Error authorizing delegation credential",
    "Invalid DelegationCredential Settings: tenantId is missing",
    "Delegation credential without clientId or Secret",
    "User might not exist in Microsoft Azure Active Directory",
  ];
}

/** What a read of the provider gives: its calendars, none at all, an error, or Cal.com's entry with nothing in it. */
export type ReadOutcome =
  | { kind: "calendars" }
  | { kind: "empty" }
  | { kind: "error"; message: string }
  | { kind: "bare" };

/** Reads once, and moves a fault on that depends on how often it was read. */
export function readThrough(fault: Fault): ReadOutcome {
  switch (fault.kind) {
    case "none":
      return { kind: "calendars" };
    case "revoked":
      return { kind: "error", message: MESSAGES.revoked };
    case "failing":
      return { kind: "error", message: MESSAGES.failing };
    case "transient":
      if (fault.times <= 0) {
        return { kind: "calendars" };
      }
      fault.times -= 1;
      return { kind: "error", message: MESSAGES.failing };
    case "now-and-then": {
      const failed = seededPercent(fault.seed, fault.reads) < fault.percent;
      fault.reads += 1;
      return failed ? { kind: "error", message: MESSAGES.failing } : { kind: "calendars" };
    }
    case "no-calendars":
      return { kind: "empty" };
    case "no-client":
      return { kind: "error", message: MESSAGES.noClient };
    case "message":
      return { kind: "error", message: fault.message };
    case "bare":
      return { kind: "bare" };
  }
}

/** A number from 0 to 99 that depends on seed and index alone, so that a pattern of failures can be repeated. */
export function seededPercent(seed: number, index: number): number {
  let state = (seed + Math.imul(index + 1, 0x9e3779b9)) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return ((state ^ (state >>> 16)) >>> 0) % 100;
}
