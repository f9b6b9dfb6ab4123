/** Ways in which the whole server can misbehave, whoever asks. */
export const MODE_KINDS = [
  "normal",
  "gone",
  "hang",
  "mute",
  "rate-limited",
  "edge-429",
  "envelope-401",
  "envelope-403",
  "envelope-404",
  "record-404",
  "nest-500",
  "envelope-500",
  "older-500",
  "startup-500",
  "timeout-504",
  "html-502",
  "html-200",
  "truncated",
  "cut-off",
  "oversize",
  "redirect",
  "no-api-v2",
  "proxy-to-nothing",
] as const;

export type ModeKind = (typeof MODE_KINDS)[number];

/** A mode, which may be limited to paths that begin with `path`, or one of them, and to the next `times` requests. */
export interface Mode {
  kind: ModeKind;
  path?: string | readonly string[];
  times?: number;
  /** Extra response headers for the two kinds of 429, for instance an edge's `Retry-After`. */
  headers?: Record<string, string>;
}

export interface RateLimit {
  limit: number;
  /** The same for bearer values that are no API keys and for OAuth clients. */
  tokenLimit: number;
  windowMs: number;
  blockMs: number;
}

/** What a server does that was not brought up to date. */
export interface OlderServer {
  /** Lists Google's calendars of holidays and of contacts' birthdays. */
  listsSystemCalendars: boolean;
  /** Calls the integration of a feed's calendar `integrationName`, so that no destination is ever found among feeds. */
  namesIcsIntegration: boolean;
  /** Does not know where bookings are: without `/references` and `/calendar-links`. */
  lacksReferences: boolean;
}

/** Settings of the server as a whole. */
export interface ServerState {
  mode: Mode;
  /** Added to every answer, in milliseconds. */
  slowMs: number;
  /** By how much the `Date` of every answer is ahead, in milliseconds; null when none is sent. */
  dateAheadMs: number | null;
  /** How long the list of calendars is kept, in milliseconds; 0 switches the cache off. */
  cacheMs: number;
  older: OlderServer;
  /** Whether `/api/v2/...` is understood as `/v2/...`. */
  apiAlias: boolean;
  rateLimit: RateLimit;
}

/** Cal.com's defaults: 120 requests a minute for a key, then a minute's block, and a cache of ten seconds. */
export function defaultServerState(cacheMs = 10_000): ServerState {
  return {
    mode: { kind: "normal" },
    slowMs: 0,
    dateAheadMs: 0,
    cacheMs,
    older: { listsSystemCalendars: false, namesIcsIntegration: false, lacksReferences: false },
    apiAlias: true,
    rateLimit: { limit: 120, tokenLimit: 500, windowMs: 60_000, blockMs: 60_000 },
  };
}

/** The mode that holds for this path. Counts a limited mode down, and ends it after its last request. */
export function takeMode(state: ServerState, path: string): Mode {
  const { mode } = state;
  if (mode.kind === "normal" || !isAbout(mode, path)) {
    return { kind: "normal" };
  }
  if (mode.times !== undefined) {
    mode.times -= 1;
    if (mode.times <= 0) {
      state.mode = { kind: "normal" };
    }
  }
  return mode;
}

function isAbout(mode: Mode, path: string): boolean {
  return mode.path === undefined || [mode.path].flat().some((start) => path.startsWith(start));
}
