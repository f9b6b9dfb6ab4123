import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  eachOfAKind,
  lostPart,
  type Path,
  pathsIn,
  patternOf,
  replaced,
  WRONG,
  withoutParts,
} from "../../tests/support/unit/parts.ts";
import { anAccount, failedWith, goodAnswer, NOW } from "../../tests/support/unit/world.ts";
import { evaluate } from "../core/findings/evaluate.ts";
import type { AccountsRecord, ChecksRecord, StatusRecord } from "../core/model/records.ts";
import { decode, valueOrNull } from "./decode.ts";
import { kindOf } from "./record-kinds.ts";
import { VERSIONS } from "./versions.ts";

type Word = keyof typeof VERSIONS;

const WORDS = Object.keys(VERSIONS) as Word[];
const RECORDS = WORDS.flatMap((word) =>
  Array.from({ length: VERSIONS[word] }, (_, index) => ({ word, version: index + 1 })),
);
/** Each is some ten thousand records. */
const LONG_MS = 120_000;

/** The parts by which it is known what something is about. */
const IDENTITY = ["integration", "credentialId", "delegationCredentialId"];
const CALENDAR = [...IDENTITY, "externalId"];
const SUBJECT = ["kind", "subject", "subject.type", ...IDENTITY.map((part) => `subject.${part}`)];
const OF_CALENDAR = [...SUBJECT, "subject.externalId"];

/** What can't be without which of its parts. All else is lost alone. */
const NEEDED: Record<Word, Record<string, readonly string[]>> = {
  accounts: { "accounts[]": ["id", "apiUrl"], "damage.lost[]": ["id"] },
  settings: {},
  policy: {},
  status: {
    "state.lastFailure": ["reason", "status"],
    "state.connections[]": IDENTITY,
    "state.connections[].calendars[]": ["externalId"],
    "state.connections[].replacedBy": IDENTITY,
    "state.destination.remembered": ["externalId"],
    "state.destination.current": ["externalId"],
    "state.settledDestination": ["externalId"],
    "state.findings[]": OF_CALENDAR,
    "state.findings[].about": ["externalId"],
    "state.findings[].notifiedAbout[]": ["externalId"],
    "state.recoveries[]": SUBJECT,
    "state.recoveries[].of": IDENTITY,
    "state.acknowledgements[]": OF_CALENDAR,
    "state.pending[]": ["action", "externalId"],
    "state.snoozed[]": [...OF_CALENDAR, "until"],
    "state.eventTypes[]": ["id"],
    "state.eventTypes[].destination": ["externalId"],
    "state.eventTypes[].remembered": ["externalId"],
    "state.lostApps[]": ["integration"],
    "outbox.notices[]": OF_CALENDAR,
    "outbox.automatic[]": ["what"],
    "readings[]": [...CALENDAR, "at", "outcome", "count"],
    "reconnections[]": [...IDENTITY, "openedAt"],
    "mendings[]": IDENTITY,
    "mendings[].selected[]": ["externalId"],
    "mendings[].destination": ["externalId"],
    "mendings[].eventTypes[]": ["id", "destination", "destination.externalId"],
    "mendings[].successor": IDENTITY,
    "mendings[].notPutBack[]": ["what", "externalId", "id", "problem", "problem.problem"],
    "bookingsChecks[]": [
      ...IDENTITY,
      ...["at", "since", "inNoCalendar", "inCalendar", "unclear", "more", "stopped"],
    ],
    "automatic.triedCalendars[]": CALENDAR,
    "automatic.underWay": ["what", "externalId"],
  },
  // Entries name rows by their place.
  history: { connections: ["[]"], "entries[]": ["at", "event"], "days[]": [...IDENTITY, "last", "days"] },
  checks: {
    start: ["at"],
    "start.destination": ["calendar"],
    "start.acknowledgements[]": ["kind", "on"],
    "entries[]": ["at", "outcome", "action", "externalId", "credentialId", "integration", "until"],
    "entries[].answer.destination": ["calendar"],
    "entries[].findings[]": ["kind", "on"],
  },
  key: { "": ["key"] },
};

/** What parts of earlier versions are called now. */
const RENAMED: Readonly<Record<string, string>> = { endedAt: "endedCounted", absentSince: "absentCounted" };
/** What a migration makes of a part, or of one in it, beside the part itself. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  failures: ["failingSince"],
  lastAttemptAt: ["failingSince"],
  findings: ["failingSince"],
  destination: ["settledDestination"],
  confirmed: ["confirmedAnswer"],
  confirmedAt: ["confirmedCounted"],
  about: ["notifiedAbout"],
  notified: ["notifiedAbout"],
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** A record in which nothing is empty that could be; of an earlier version as it was stored. */
function recordOf(word: Word, version: number = VERSIONS[word]): object {
  const raw = JSON.parse(readFileSync(`tests/fixtures/records/v${version}/${word}.json`, "utf8"));
  if (version < VERSIONS[word]) return raw;
  const record = saved(word, raw);
  switch (word) {
    case "accounts":
      return withDamage(record as AccountsRecord);
    case "status":
      return withUnkept(record as StatusRecord);
    case "checks":
      return eachOfAKind(record) as object;
    default:
      return record as object;
  }
}

// Later than the records that are kept.
function withDamage(list: AccountsRecord): AccountsRecord {
  const { user } = anAccount();
  return { ...list, damage: { at: NOW, lost: [{ id: "a9", label: "Clinic", user }] } };
}

function withUnkept(status: StatusRecord): StatusRecord {
  const connections = status.state.connections.map((one) => ({ ...one, notKept: 3, listedTwice: 1 }));
  return { ...status, state: { ...status.state, connections } };
}

function read(word: Word, raw: unknown) {
  const kind = kindOf(word) ?? kindOf(`${word}:a1`);
  return kind && decode(raw, kind);
}

function saved(word: Word, raw: unknown): unknown {
  const found = read(word, raw);
  return found && valueOrNull(found);
}

/** A record without what may be another one whatever was lost. */
function beside(word: Word, record: unknown): unknown {
  if (record === null) return record;
  if (word === "status") {
    // It is due at once, and what may be broken is in doubt.
    const { state, ...rest } = record as StatusRecord;
    const findings = state.findings.filter(({ confirmed, since }) => confirmed || since !== NOW);
    return { ...rest, nextCheckAt: 0, state: { ...state, findings } };
  }
  // No recording is made of a log with a gap.
  return word === "checks" ? { ...(record as ChecksRecord), outcomesOnly: true } : record;
}

interface Damage {
  path: Path;
  /** The record without that part. */
  left: unknown;
}

/** Every part with everything wrong in its place, but for another time of the last answer: of that a migration makes other times. */
function damaged(word: Word, record: object): Damage[] {
  return pathsIn(record)
    .filter((path) => path.length > 0)
    .flatMap((path) => WRONG.map(([, value]) => ({ path, value })))
    .filter(({ path, value }) => String(path) !== "state,lastGoodAt" || typeof value !== "number")
    .map(({ path, value }) => ({ path, left: saved(word, replaced(record, path, value)) }));
}

const known = new Map<string, Damage[]>();

function damages(word: Word, version: number): Damage[] {
  const name = `${word} ${version}`;
  const all = known.get(name) ?? damaged(word, recordOf(word, version));
  known.set(name, all);
  return all;
}

/** What is left, every outcome once. */
function outcomes(word: Word, version: number = VERSIONS[word]): unknown[] {
  const all = new Map(damages(word, version).map(({ left }) => [JSON.stringify(left), left]));
  return [...all.values()].filter((left) => left !== null);
}

/** What an earlier version has of what can't be without some of its parts. */
function neededIn(word: Word, record: object, version: number): Record<string, Set<string>> {
  const patterns = new Set(pathsIn(record).map(patternOf));
  const has = (what: string, part: string) => version === VERSIONS[word] || patterns.has(`${what}.${part}`);
  const needed = Object.entries(NEEDED[word]).map(
    ([what, parts]) => [what, new Set(parts.filter((part) => has(what, part)))] as const,
  );
  return Object.fromEntries(needed.filter(([, parts]) => parts.size > 0));
}

describe.each(RECORDS)("of the record $word of version $version", ({ word, version }) => {
  test(
    "each part that is gone or of another type is lost alone",
    () => {
      const record = recordOf(word, version);
      const larger: Record<string, Set<string>> = {};
      const before = beside(word, saved(word, record));
      for (const { path: stored, left } of damages(word, version)) {
        const isEarlier = version < VERSIONS[word];
        const path = isEarlier ? stored.map((name) => RENAMED[name] ?? name) : stored;
        const made = isEarlier ? path.flatMap((name) => MADE_OF[name] ?? []) : [];
        const [one, other] = [before, beside(word, left)].map((all) => withoutParts(all, made));
        const lost = lostPart(one, other, path, isDeepStrictEqual);
        if (lost.length === path.length) continue;
        const what = patternOf(lost);
        larger[what] = (larger[what] ?? new Set()).add(patternOf(path.slice(lost.length)));
      }
      expect(larger).toEqual(neededIn(word, record, version));
    },
    LONG_MS,
  );

  test(
    "what is left is sound",
    () => {
      const unsound = outcomes(word, version).filter((one) => read(word, one)?.kind !== "ok");
      expect(unsound).toEqual([]);
    },
    LONG_MS,
  );
});

test(
  "whatever was lost of a status, it goes on from what is left",
  () => {
    const record = recordOf("status");
    for (const left of outcomes("status")) {
      const { state } = left as StatusRecord;
      for (const observation of [goodAnswer(2), failedWith({ reason: "offline" })]) {
        const after = evaluate(state, observation, NOW + 1, { intervalMinutes: 30 });
        expect(read("status", { ...record, state: after.state })?.kind).toBe("ok");
      }
    }
  },
  LONG_MS,
);

test("no time is kept of which no date can be made", () => {
  const record = recordOf("status", VERSIONS.status);
  const times = pathsIn(record).filter((path) =>
    /^(?:at|since|until)$|At$|Since$|Until$/.test(String(path.at(-1))),
  );
  expect(times.length).toBeGreaterThan(20);
  for (const path of times) {
    for (const none of [9e15, -9e15]) {
      expect(JSON.stringify(saved("status", replaced(record, path, none))), String(path)).not.toContain(
        `${none}`,
      );
    }
  }
});
