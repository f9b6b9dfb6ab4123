import { PLACE, type Place } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";

/** Keeps where in its list the popup is, until the browser closes. */
export async function keepPlace(filter: string, scroll: number): Promise<DoneReply> {
  const place: Place = { at: Date.now(), filter, scroll };
  await commit(() => ({ session: { set: { [PLACE]: place } } }));
  return { ok: true };
}
