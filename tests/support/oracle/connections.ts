import { judgeCalendars } from "./calendars.ts";
import { forgetConnection, type Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import type { ConnectionId, Destination, KnownConnection, Subject } from "./memory.ts";
import { connectionSubject, idKey } from "./subject.ts";

/** Stands for an entry of which nothing can be read. */
const NO_ONE: Subject = connectionSubject({ type: "", credentialId: null, delegationCredentialId: null });

/** Which connections are healthy, broken or missing. */
export function judgeConnections(
  judge: Judge,
  listed: Map<string, Listed>,
  beside: Map<string, Listed>,
  unidentified: boolean,
  destination: Destination | null,
): void {
  const { memory } = judge;
  for (const shown of listed.values()) {
    const known = memory.connections.get(idKey(shown.id)) ?? firstSeen(judge, shown.id);
    if (shown.healthy) {
      judge.right("connection-error", connectionSubject(shown.id));
      judge.right("connection-gone", connectionSubject(shown.id));
      judgeCalendars(judge, known, shown, destination);
    } else {
      judge.replace("connection-gone", connectionSubject(shown.id));
      breakDown(judge, known, shown.definitive, beside.get(idKey(shown.id)));
    }
  }
  const missing = [...memory.connections.values()].filter(({ id }) => !listed.has(idKey(id)));
  const doubtful = missing.filter(({ id }) => !judge.isConfirmed("connection-gone", connectionSubject(id)));
  for (const known of missing)
    if (unidentified && doubtful.includes(known)) perhapsBroken(judge, known);
    else judgeMissing(judge, known);
  if (!unidentified) judge.right("connection-error", NO_ONE);
  else if (doubtful.length === 0) judge.raise("connection-error", NO_ONE, "error", "suspected");
}

function firstSeen({ memory }: Judge, id: ConnectionId): KnownConnection {
  const known: KnownConnection = {
    id,
    firstSeen: memory.goodAnswers,
    wasHealthy: false,
    wasConfirmedBroken: false,
    primaryId: null,
    calendars: new Map(),
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
  const finding = judge.raise("connection-error", subject, "error", definitive ? "certain" : "suspected");
  if (finding.claim?.confirmed) known.wasConfirmedBroken = true;
  if (successor === undefined) delete finding.replacedBy;
  else finding.replacedBy = successor.id;
}

/** An entry of which nothing can be read may be this one. */
function perhapsBroken(judge: Judge, known: KnownConnection): void {
  judge.replace("connection-gone", connectionSubject(known.id));
  breakDown(judge, known, false, undefined);
}

function judgeMissing(judge: Judge, known: KnownConnection): void {
  const subject = connectionSubject(known.id);
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
