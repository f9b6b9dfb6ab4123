import { describe, expect, test } from "vitest";
import { broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { google, MendingStory, REVOKED } from "../../../tests/support/unit/mending-story.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { AnsweredDestination, Destination } from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Rewrite } from "../model/automatic.ts";
import { DESTINATION } from "../model/subject.ts";
import { type Look, rewriteAfter } from "./rewrite-after.ts";

const outlook = connection("office365_calendar", 9, [calendar("work")]);
const row = (externalId: string, change: Partial<Destination> = {}): Destination => ({
  integration: "google_calendar",
  externalId,
  name: null,
  credentialId: null,
  delegationCredentialId: null,
  ...change,
});
const WORK = row("work", { integration: "office365_calendar", name: "work", credentialId: 9 });
const MAIN = row("main");
const NOW = 1_000_000;

interface Case {
  before?: Partial<AccountState>;
  after?: Partial<AccountState>;
  /** Where bookings go after, by what Cal.com answers. */
  to?: Destination | null;
  from?: Destination | null;
  wanted?: Destination | null;
  writtenAt?: string | null;
  isOutlookThere?: boolean;
  answered?: AnsweredDestination;
}

/** Outlook, which bookings went to, is broken, and this answer shows them at `to`. */
function look({
  before,
  after,
  to = MAIN,
  from = WORK,
  wanted = WORK,
  writtenAt = null,
  isOutlookThere = false,
  answered = to ? { kind: "set", destination: to, writtenAt } : { kind: "blank" },
}: Case = {}): Look {
  const { state } = new MendingStory().answer([google(1, "main"), outlook], "work");
  const connections = [google(1, "main"), isOutlookThere ? outlook : broken(outlook, REVOKED)];
  const remembered = wanted;
  return {
    before: { ...state, destination: { remembered, current: from }, ...before },
    after: { ...state, destination: { remembered, current: to }, ...after },
    answer: { connections, destination: answered, eventTypes: null },
    now: NOW,
  };
}

const REWRITE: Rewrite = { at: 1, to: MAIN, writtenAt: null, tried: true };

describe("that Cal.com sends bookings elsewhere", () => {
  test("is seen when its reading did, with the time that it was written", () => {
    expect(rewriteAfter(null, look())).toEqual({ at: NOW, to: MAIN, writtenAt: null, tried: false });
    expect(rewriteAfter(null, look({ writtenAt: "2026-03-04" }))?.writtenAt).toBe("2026-03-04");
    expect(rewriteAfter(null, look({ to: null }))).toEqual({
      at: NOW,
      to: null,
      writtenAt: null,
      tried: false,
    });
  });

  test("is not seen where it finds where they went, or they did not go where they should", () => {
    expect(rewriteAfter(null, look({ isOutlookThere: true }))).toBeNull();
    expect(rewriteAfter(null, look({ from: row("Team") }))).toBeNull();
    expect(rewriteAfter(null, look({ from: null }))).toBeNull();
  });

  test("is not known while it can't be read", () => {
    const answered = { kind: "unknown" } as const;
    expect(rewriteAfter(REWRITE, look({ answered, to: WORK }))).toBe(REWRITE);
    expect(rewriteAfter(null, look({ answered }))).toBeNull();
  });

  test("is over when they go where they should, and when they should go nowhere", () => {
    expect(rewriteAfter(REWRITE, look({ to: WORK }))).toBeNull();
    expect(rewriteAfter(REWRITE, look({ wanted: null }))).toBeNull();
    expect(rewriteAfter(null, look({ wanted: null, from: null }))).toBeNull();
  });

  test("is as the person wants it once that is marked as expected, or another calendar was asked for", () => {
    const marked = (kind: "destination-changed" | "destination-broken", acknowledged: boolean) => ({
      findings: [aFinding({ kind, subject: DESTINATION, acknowledged })],
    });
    expect(rewriteAfter(REWRITE, look({ after: marked("destination-changed", true) }))).toBeNull();
    expect(rewriteAfter(REWRITE, look({ after: marked("destination-changed", false) }))).toEqual(REWRITE);
    expect(rewriteAfter(REWRITE, look({ after: marked("destination-broken", true) }))).toEqual(REWRITE);
    const asked = (externalId: string, integration: string) => ({
      pending: [{ action: "set-destination", at: 1, integration, externalId } as const],
    });
    expect(rewriteAfter(REWRITE, look({ before: asked("Team", "google_calendar") }))).toBeNull();
    expect(rewriteAfter(REWRITE, look({ before: asked("work", "office365_calendar") }))).toEqual(REWRITE);
    const selecting = { pending: [{ action: "select-calendar", at: 1, externalId: "Team" } as const] };
    expect(rewriteAfter(REWRITE, look({ before: selecting }))).toEqual(REWRITE);
  });
});

describe("what Cal.com wrote", () => {
  test("stays its doing while it is the same row, whatever the time of its first", () => {
    const named = { to: row("main", { name: "main", credentialId: 1 }), from: MAIN };
    expect(rewriteAfter(REWRITE, look(named))).toEqual({ ...REWRITE, to: named.to });
    for (const [was, is] of [
      ["2026-03-04", "2026-03-04"],
      [null, "2026-03-05"],
      ["2026-03-04", null],
    ] as const) {
      const rewrite = { ...REWRITE, writtenAt: was };
      expect(rewriteAfter(rewrite, look({ ...named, writtenAt: is }))).toMatchObject({
        at: 1,
        writtenAt: is,
      });
    }
  });

  test("is the person's once it was written again, unless its reading did that, too", () => {
    const rewrite = { ...REWRITE, writtenAt: "2026-03-04" };
    const later = { from: MAIN, writtenAt: "2026-03-05" };
    expect(
      rewriteAfter(rewrite, look({ ...later, to: row("main", { name: "main", credentialId: 1 }) })),
    ).toBeNull();
    expect(rewriteAfter(rewrite, look(later))).toEqual({ ...rewrite, writtenAt: "2026-03-05" });
  });

  test("may be nothing, which nobody can choose", () => {
    const blank = { ...REWRITE, to: null, writtenAt: "2026-03-04" };
    expect(rewriteAfter(blank, look({ to: null, from: null }))).toEqual({ ...blank, writtenAt: null });
  });

  test("is rewritten when it does not find that either, and is the person's where it does", () => {
    const gone = { ...REWRITE, to: row("gone") };
    expect(rewriteAfter(gone, look({ from: row("gone") }))).toEqual({ ...gone, to: MAIN });
    const there = { ...REWRITE, to: row("Team") };
    expect(rewriteAfter(there, look({ from: row("Team") }))).toBeNull();
    expect(rewriteAfter(gone, look({ from: row("gone"), to: row("Team") }))).toBeNull();
  });
});
