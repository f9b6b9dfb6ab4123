import type { MarkLength } from "../../../utils/core/mark.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Finding, FindingRef } from "../../../utils/core/model/finding.ts";
import { canEnd } from "../../../utils/core/model/kind-groups.ts";
import type { Snooze } from "../../../utils/core/snooze.ts";
import type { MessageOf } from "../../../utils/messaging/commands.ts";
import type { BulkAcknowledgement } from "../../../utils/screen/problems/bulk-acknowledge.ts";
import type { Acknowledgeable, Card } from "../../../utils/screen/problems/fix.ts";

/** What the person says of findings. */
export type AcknowledgeMessage = MessageOf<
  "acknowledge" | "unacknowledge" | "bulk-acknowledge" | "end-snooze-problem"
>;

/** With fewer of them, each one's own button is as quick. */
const MANY = 3;

/** Of what is gone or lost, being expected is the end of it: it is as it should be from then on. */
export function isAccepted({ findings: [{ kind }] }: Acknowledgeable): boolean {
  return !canEnd(kind);
}

export function acknowledgeMessage(markable: Acknowledgeable): AcknowledgeMessage {
  return message("acknowledge", markable);
}

/** @param howLong null for good @param note as it was typed */
export function markMessage(
  { account, findings }: Acknowledgeable,
  howLong: MarkLength | null,
  note: string,
): AcknowledgeMessage {
  return {
    type: "acknowledge",
    accountId: account.id,
    findings: findings.map(refOf),
    ...(howLong !== null && { howLong }),
    ...(note.trim() !== "" && { note }),
  };
}

export function snoozeMessage(
  { account, findings }: Acknowledgeable,
  howLong: Snooze,
): MessageOf<"snooze-problem"> {
  return { type: "snooze-problem", accountId: account.id, findings: findings.map(refOf), howLong };
}

export function endSnoozeMessage(markable: Acknowledgeable): AcknowledgeMessage {
  return message("end-snooze-problem", markable);
}

export function unacknowledgeMessage(markable: Acknowledgeable): AcknowledgeMessage {
  return message("unacknowledge", markable);
}

/** @param isWanted false for "Not now", which marks nothing and ends the offer */
export function bulkAcknowledgeMessage(
  { account, findings }: BulkAcknowledgement,
  isWanted: boolean,
): AcknowledgeMessage {
  return message("bulk-acknowledge", { account, findings: isWanted ? findings : [] });
}

/** Takes back all that an offer has marked. The offer itself stays answered. */
export function unacknowledgeOfferMessage({ account, findings }: BulkAcknowledgement): AcknowledgeMessage {
  return message("unacknowledge", { account, findings });
}

/** All of several cards at once, a message for each account; none where their own buttons do as well. */
export function acknowledgeAllMessages(cards: readonly Card[]): AcknowledgeMessage[] {
  const count = cards.reduce((sum, { findings }) => sum + findings.length, 0);
  if (cards.length < 2 || count < MANY) return [];
  const byAccount = Map.groupBy(cards, ({ account }) => account.id);
  return [...byAccount].map(([accountId, ofAccount]) => ({
    type: "acknowledge",
    accountId,
    findings: ofAccount.flatMap(({ findings }) => findings.map(refOf)),
  }));
}

function message(
  type: AcknowledgeMessage["type"],
  { account, findings }: { account: Account; findings: readonly Finding[] },
): AcknowledgeMessage {
  return { type, accountId: account.id, findings: findings.map(refOf) };
}

/** What is stored of a finding besides is nothing that the worker has to be told. */
function refOf({ kind, subject }: Finding): FindingRef {
  return { kind, subject };
}
