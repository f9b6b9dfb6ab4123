import type { Account } from "../../../utils/core/account.ts";
import type { Finding, FindingKind } from "../../../utils/core/findings/finding.ts";
import type { FindingRef, Message } from "../../../utils/messaging/message.ts";
import type { Offer } from "./bulk-acknowledge.ts";
import type { Card, Markable } from "./problems-view.ts";

/** What the person says of findings. */
export type MarkingMessage = Extract<Message, { type: "expect" | "take-back" | "answer-offer" }>;

/** With fewer of them, each one's own button is as quick. */
const MANY = 3;
const ACCEPTED = new Set<FindingKind>(["connection-gone", "calendar-gone", "selection-lost"]);

/** Of what is gone or lost, being expected is the end of it: it is as it should be from then on. */
export function isAccepted({ findings: [{ kind }] }: Markable): boolean {
  return ACCEPTED.has(kind);
}

export function expectMessage(markable: Markable): MarkingMessage {
  return message("expect", markable);
}

export function takeBackMessage(markable: Markable): MarkingMessage {
  return message("take-back", markable);
}

/** @param isWanted false for "Not now", which marks nothing and ends the offer */
export function offerMessage({ account, findings }: Offer, isWanted: boolean): MarkingMessage {
  return message("answer-offer", { account, findings: isWanted ? findings : [] });
}

/** All of several cards at once, a message for each account; none where their own buttons do as well. */
export function expectAllMessages(cards: readonly Card[]): MarkingMessage[] {
  const count = cards.reduce((sum, { findings }) => sum + findings.length, 0);
  if (cards.length < 2 || count < MANY) return [];
  const byAccount = Map.groupBy(cards, ({ account }) => account.id);
  return [...byAccount].map(([accountId, ofAccount]) => ({
    type: "expect",
    accountId,
    findings: ofAccount.flatMap(({ findings }) => findings.map(refOf)),
  }));
}

function message(
  type: MarkingMessage["type"],
  { account, findings }: { account: Account; findings: readonly Finding[] },
): MarkingMessage {
  return { type, accountId: account.id, findings: findings.map(refOf) };
}

/** What is stored of a finding besides is nothing that the worker has to be told. */
function refOf({ kind, subject }: Finding): FindingRef {
  return { kind, subject };
}
