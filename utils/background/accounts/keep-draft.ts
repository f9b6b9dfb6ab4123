import { DRAFT, type Draft } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";

/** Keeps what is typed in the set-up form for when it is opened again; null forgets it. */
export async function keepDraft(draft: Draft | null): Promise<DoneReply> {
  await commit(() => ({ session: draft ? { set: { [DRAFT]: draft } } : { remove: [DRAFT] } }));
  return { ok: true };
}
