import { expect, test } from "vitest";
import { DANA, NOW } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { MessageSchema } from "../../../utils/messaging/commands.ts";
import { type ProblemsView, problemsView } from "../../../utils/screen/problems/problems-view.ts";
import {
  acknowledgeAllMessages,
  acknowledgeMessage,
  bulkAcknowledgeMessage,
  isAccepted,
  unacknowledgeMessage,
} from "./acknowledging.ts";

const of = (id: string, bulkAcknowledgeAnswered: boolean, connections = [googleFlagged]) =>
  storedAfter([answered(5, connections, toDana)], {
    account: { ...DANA, id, label: id },
    bulkAcknowledgeAnswered,
  });
const cardsOf = (view: ProblemsView) => view.notices?.cards ?? [];

test("one click on a group marks each of its findings, with what names it and nothing else", () => {
  const [card] = cardsOf(problemsView([of("a", true)], NOW));
  if (!card) throw new Error("There is no card.");
  const message = acknowledgeMessage(card);
  expect(message.findings).toHaveLength(3);
  expect(message.findings.map((ref) => Object.keys(ref))).toEqual(Array(3).fill(["kind", "subject"]));
  expect(MessageSchema.safeParse(message).success).toBe(true);
  expect(unacknowledgeMessage(card)).toEqual({ ...message, type: "unacknowledge" });
});

test("all at once are a message for each account", () => {
  const messages = acknowledgeAllMessages(cardsOf(problemsView([of("a", true), of("b", true)], NOW)));
  expect(messages.map(({ type, accountId, findings }) => [type, accountId, findings.length])).toEqual([
    ["acknowledge", "a", 6],
    ["acknowledge", "b", 6],
  ]);
});

test("all at once are offered from three on, and not where one card's own button does the same", () => {
  const flagged = (count: number) =>
    connection(
      "google_calendar",
      7,
      Array.from({ length: count }, (_, index) => calendar(`Team ${index}`, { readOnly: true })),
    );
  const marksAll = (count: number) =>
    acknowledgeAllMessages(cardsOf(problemsView([of("a", true, [google, flagged(count)])], NOW))).length;
  expect([1, 2, 3].map(marksAll)).toEqual([0, 0, 0]);
  const both = [
    google,
    flagged(1),
    connection("ics-feed_calendar", 8, [calendar("x", { isSelected: false })]),
  ];
  expect(acknowledgeAllMessages(cardsOf(problemsView([of("a", true, both)], NOW)))).toEqual([]);
  expect(acknowledgeAllMessages(cardsOf(problemsView([of("a", true)], NOW)))).toHaveLength(1);
});

test("what is gone is accepted, everything else is marked", () => {
  const stored = storedAfter([
    answered(60, [googleFlagged, outlook], toDana),
    answered(30, [googleFlagged], toDana),
    answered(20, [googleFlagged], toDana),
  ]);
  const { cards, notices } = problemsView([stored], NOW);
  expect(cards.map((card) => [card.findings[0].kind, isAccepted(card)])).toEqual([["connection-gone", true]]);
  expect(notices?.cards.map(isAccepted)).toEqual([false, false]);
});

test("an offer stands for every notice of its account until it is answered", () => {
  const { notices } = problemsView([of("a", true), of("b", false)], NOW);
  expect(notices?.offers.map(({ account }) => account.id)).toEqual(["b"]);
  const [offer] = notices?.offers ?? [];
  if (!offer) throw new Error("There is no offer.");
  expect(bulkAcknowledgeMessage(offer, true)).toMatchObject({ type: "bulk-acknowledge", accountId: "b" });
  expect(bulkAcknowledgeMessage(offer, true).findings).toHaveLength(6);
  expect(bulkAcknowledgeMessage(offer, false).findings).toEqual([]);
});

test("of several accounts one answer is given for each that was not answered for", () => {
  const offers = problemsView([of("a", false), of("b", true), of("c", false)], NOW).notices?.offers ?? [];
  const messages = offers.map((offer) => bulkAcknowledgeMessage(offer, true));
  expect(messages.map(({ accountId, findings }) => [accountId, findings.length])).toEqual([
    ["a", 6],
    ["c", 6],
  ]);
});

test("a warning that is only shown among the notices is not part of the offer", () => {
  const unselected = connection("google_calendar", 7, [
    calendar("dana@example.com", { primary: true, isSelected: false }),
    calendar("Family", { isSelected: false }),
  ]);
  const { notices } = problemsView([of("a", false, [unselected])], NOW);
  expect(cardsOf({ notices } as ProblemsView).flatMap(({ findings }) => findings)).toHaveLength(2);
  expect(notices?.offers[0]?.findings.map(({ level }) => level)).toEqual(["notice"]);
});
