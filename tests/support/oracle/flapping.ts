import type { Judge } from "./judge.ts";
import { connectionSubject, idKey } from "./subject.ts";

const DAY = 86_400_000;
const MANY = 3;

/**
 * Counts how often each connection broke within a day.
 * @returns those that began to flap with this answer, which is still told at once
 */
export function judgeFlapping(judge: Judge): Set<string> {
  const { memory, now, broke } = judge;
  const starting = new Set<string>();
  for (const [key, connection] of memory.connections) {
    const isRecent = (at: number) => now - at < DAY;
    connection.breaks = connection.breaks.filter(isRecent);
    if (connection.breaks.length === 0) connection.quiet = false;
    if (broke.has(key)) connection.breaks.push(now);
    const subject = connectionSubject(connection.id);
    if (connection.breaks.length < MANY) {
      judge.end("flapping", subject);
      continue;
    }
    judge.raise("flapping", subject, "warning", "certain");
    if (!connection.quiet) starting.add(idKey(connection.id));
    connection.quiet = true;
  }
  return starting;
}
