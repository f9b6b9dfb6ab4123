import { judgeCalendars } from "./calendars.ts";
import type { Entry } from "./entry.ts";
import { forgetConnection, type Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import type { ConnectionId, Destination, KnownConnection } from "./memory.ts";
import { connectionSubject, idKey, NO_ONE } from "./subject.ts";
import { mayBeHere } from "./succession.ts";

/** Which connections are healthy, broken or missing. */
export function judgeConnections(
  judge: Judge,
  listed: Map<string, Listed>,
  beside: Map<string, Listed>,
  unidentified: Entry[],
  destination: Destination | null,
): void {
  const { memory } = judge;
  const isLive = (type: string, externalId: string) =>
    [...listed.values()].some(
      (it) => it.healthy && it.id.type === type && it.calendars.some((one) => one.externalId === externalId),
    );
  for (const shown of listed.values()) {
    const known = memory.connections.get(idKey(shown.id)) ?? firstSeen(judge, shown.id);
    if (shown.healthy) {
      judge.right("connection-error", connectionSubject(shown.id));
      judge.right("connection-gone", connectionSubject(shown.id));
      judgeCalendars(judge, known, shown, destination, isLive);
    } else {
      judge.replace("connection-gone", connectionSubject(shown.id));
      breakDown(judge, known, shown.definitive, beside.get(idKey(shown.id)));
    }
  }
  const missing = [...memory.connections.values()].filter(({ id }) => !listed.has(idKey(id)));
  const doubtful = missing.filter((known) => mayBeHere(judge, known, unidentified));
  for (const known of missing)
    if (doubtful.includes(known)) perhapsBroken(judge, known, beside.get(idKey(known.id)));
    else judgeMissing(judge, known);
  if (unidentified.length === 0) judge.right("connection-error", connectionSubject(NO_ONE));
  else if (doubtful.length === 0)
    judge.raise("connection-error", connectionSubject(NO_ONE), "error", "suspected");
}

function firstSeen({ memory }: Judge, id: ConnectionId): KnownConnection {
  const known: KnownConnection = {
    id,
    firstSeen: memory.goodAnswers,
    wasHealthy: false,
    wasConfirmedBroken: false,
    primaryId: null,
    calendars: new Map(),
    takenOver: new Set(),
    breaks: [],
    quiet: false,
  };
  memory.connections.set(idKey(id), known);
  return known;
}

function breakDown(
  judge: Judge,
  known: KnownConnection,
  definitive: boolean,
  successor: Listed | undefined,
): void {
  const subject = connectionSubject(known.id);
  const before = judge.find("connection-error", subject);
  if (successor !== undefined && !(before?.visible && before.replacedBy)) judge.loseApp(known.id);
  const finding = judge.raise("connection-error", subject, "error", definitive ? "certain" : "suspected");
  if (finding.claim?.confirmed) known.wasConfirmedBroken = true;
  if (successor === undefined) delete finding.replacedBy;
  else finding.replacedBy = successor.id;
}

/** An entry of which nothing can be read may be this one. */
function perhapsBroken(judge: Judge, known: KnownConnection, successor: Listed | undefined): void {
  judge.replace("connection-gone", connectionSubject(known.id));
  breakDown(judge, known, false, successor);
}

function judgeMissing(judge: Judge, known: KnownConnection): void {
  const subject = connectionSubject(known.id);
  judge.loseApp(known.id);
  if (!known.wasHealthy && !known.wasConfirmedBroken) return forgetConnection(judge.memory, known);
  const gone = judge.raise("connection-gone", subject, "warning", "suspected");
  if (gone.claim?.confirmed) {
    judge.replace("connection-error", subject);
    judge.memory.recoveries = judge.memory.recoveries.filter(
      ({ watched, subject: of }) => watched !== idKey(known.id) || of.type !== "connection",
    );
  } else {
    delete judge.find("connection-error", subject)?.replacedBy;
    judge.leave("connection-error", subject);
  }
}

/** How a connection stands after it was judged. */
export function standing(judge: Judge, { id }: KnownConnection): "healthy" | "doubted" | "lost" {
  const subject = connectionSubject(id);
  const error = judge.find("connection-error", subject)?.claim;
  const gone = judge.find("connection-gone", subject)?.claim;
  if (error?.confirmed || gone?.confirmed) return "lost";
  return error || gone ? "doubted" : "healthy";
}
