import { Player } from "../../../utils/diagnostics/replay/player.ts";
import type { Json } from "../../fixtures/bodies.ts";

/** What the replay tool prints after a line, in short. */
export interface Shown {
  state: string;
  badge: string;
  level: string | null;
  /** `error connection-error 135`; a suspected one ends in `?`, one that is marked in `(expected)`. */
  findings: string[];
  /** `connection-error 135`, or `recovered connection-error 135` */
  notify: string[];
  nextCheckSeconds: number;
}

/** The same as it is printed. */
export interface Printed extends Omit<Shown, "findings" | "notify"> {
  findings: { kind: string; level: string; confirmed: boolean; expected: boolean; subject: Json }[];
  notify: { kind: string; subject: Json; recovered: boolean }[];
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** One account's story, told through the replay tool. Time stands still but for `wait`. */
export class Replay {
  private readonly player = new Player();
  private now = Date.parse("2026-01-05T09:00:00Z");

  /** Lets time pass before the next line. */
  wait(seconds: number): this {
    this.now += Math.round(seconds * 1000);
    return this;
  }

  /** The instant so many seconds from now. */
  in(seconds: number): string {
    return new Date(this.now + seconds * 1000).toISOString();
  }

  answer(body: unknown, status = 200): Shown {
    return this.line({ status, body });
  }

  /** An answer whose check has read event types, too. */
  both(body: unknown, eventTypes: unknown): Shown {
    return this.line({ status: 200, body, eventTypes });
  }

  fail(network = "offline"): Shown {
    return this.line({ network });
  }

  do(action: Json): Shown {
    return this.line({ do: action });
  }

  expect(kind: string, subject: Json): Shown {
    return this.do({ expect: kind, subject });
  }

  line(line: Json): Shown {
    return inShort(this.print(line));
  }

  print(line: Json): Printed {
    return JSON.parse(this.player.play(JSON.stringify({ at: this.in(0), ...line })));
  }
}

/** A story that begins with these good answers, half an hour apart. */
export function after(...bodies: readonly unknown[]): Replay {
  const replay = new Replay();
  for (const body of bodies) {
    replay.answer(body);
    replay.wait(30 * MINUTE);
  }
  return replay;
}

export const ACCOUNT: Json = { type: "account" };
export const DESTINATION: Json = { type: "destination" };
export const connectionOf = (credentialId: number | null, delegationCredentialId?: string): Json => ({
  type: "connection",
  credentialId,
  delegationCredentialId,
});
export const calendarOf = (credentialId: number, externalId: string): Json => ({
  type: "calendar",
  credentialId,
  externalId,
});
export const eventTypeOf = (id: number): Json => ({ type: "eventType", id });

function inShort({ state, badge, level, findings, notify, nextCheckSeconds }: Printed): Shown {
  return {
    state,
    badge,
    level,
    findings: findings.map(
      ({ level, kind, subject, confirmed, expected }) =>
        `${level} ${kind}${named(subject)}${confirmed ? "" : "?"}${expected ? " (expected)" : ""}`,
    ),
    notify: notify.map(
      ({ kind, subject, recovered }) => `${recovered ? "recovered " : ""}${kind}${named(subject)}`,
    ),
    nextCheckSeconds,
  };
}

function named({ credentialId, delegationCredentialId, externalId, id }: Json): string {
  if (id !== undefined) return ` ${id}`;
  if (credentialId === undefined) return "";
  const connection = delegationCredentialId ? `${credentialId}/${delegationCredentialId}` : credentialId;
  return externalId === undefined ? ` ${connection}` : ` ${connection} ${externalId}`;
}
