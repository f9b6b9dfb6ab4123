import { beforeEach, expect, test, vi } from "vitest";
import { scopeOf } from "../../../utils/core/actions/request.ts";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import type { ActionMessage } from "../../../utils/messaging/action-message.ts";
import { send } from "../../../utils/messaging/send.ts";
import {
  actionState,
  dropReasons,
  followAction,
  followOutcome,
  outcome,
  requestAction,
} from "./pending-actions.ts";

vi.mock("../../../utils/messaging/send.ts", () => ({ send: vi.fn() }));

const calendar = calendarSubject(
  { integration: "google_calendar", credentialId: 1, delegationCredentialId: null },
  "family",
);
const select = (accountId: string, selected = true): ActionMessage => ({
  type: selected ? "select-calendar" : "unselect-calendar",
  accountId,
  calendar,
});

beforeEach(() => vi.mocked(send).mockReset());

test("an action is under way until it is answered, and is not sent twice meanwhile", async () => {
  let answer = (_: { ok: true }) => {};
  vi.mocked(send).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const about = scopeOf(select("a"));
  const drawn = vi.fn();
  followAction(about, drawn);
  const first = requestAction(select("a"), "list", "Family is checked.");
  const second = requestAction(select("a", false), "card", "");
  expect(actionState(about)).toMatchObject({ asked: select("a"), answer: expect.any(Promise) });
  answer({ ok: true });
  await Promise.all([first, second]);
  expect(send).toHaveBeenCalledTimes(1);
  expect(drawn).toHaveBeenCalledTimes(2);
  expect(actionState(about)).toMatchObject({ answer: null, reason: null });
});

test("asked for again while it is under way, it is answered as the first time", async () => {
  let answer = (_: { ok: false; problem: { problem: "unreadable" } }) => {};
  vi.mocked(send).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const both = [requestAction(select("e"), "list", ""), requestAction(select("e"), "all", "")];
  answer({ ok: false, problem: { problem: "unreadable" } });
  expect(await Promise.all(both)).toEqual([{ problem: "unreadable" }, { problem: "unreadable" }]);
});

test("what came of it is said when it is done, and nothing while the next one is under way", async () => {
  vi.mocked(send).mockResolvedValue({ ok: true });
  const said: string[] = [];
  followOutcome(() => said.push(outcome()));
  await requestAction(select("b"), "list", "Done.");
  await requestAction(select("b"), "list", "Done again.");
  expect(said).toEqual(["", "Done.", "", "Done again."]);
});

test("why it was not done stands where it was asked for, until the next try", async () => {
  vi.mocked(send).mockResolvedValueOnce({ ok: false, problem: { problem: "offline" } });
  const about = scopeOf(select("c"));
  expect(await requestAction(select("c"), "list", "")).toEqual({ problem: "offline" });
  expect(actionState(about)).toMatchObject({ answer: null, reason: { problem: "offline" }, place: "list" });
  vi.mocked(send).mockResolvedValueOnce({ ok: true });
  const next = requestAction(select("c"), "list", "");
  expect(actionState(about).reason).toBeNull();
  await next;
});

test("a worker that does not answer is a reason, too", async () => {
  vi.mocked(send).mockRejectedValueOnce(new Error("no receiver"));
  expect(await requestAction(select("d"), "list", "")).toEqual({ problem: "noAnswer" });
});

test("actions about other calendars and accounts do not wait for each other", () => {
  const other = { ...calendar, externalId: "work" };
  const abouts = [
    select("a"),
    select("b"),
    { ...select("a"), calendar: other },
    { type: "test-reading", accountId: "a", calendar },
    { type: "keep-destination", accountId: "a" },
    { type: "keep-destination", accountId: "b" },
  ].map((message) => scopeOf(message as ActionMessage));
  expect(new Set(abouts).size).toBe(6);
});

test("an account has one destination: a wish for it waits for every other", async () => {
  let answer = (_: { ok: true }) => {};
  vi.mocked(send).mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const restore: ActionMessage = { type: "restore-destination", accountId: "a" };
  const others: ActionMessage[] = [
    { type: "keep-destination", accountId: "a" },
    { type: "set-destination", accountId: "a", calendar },
  ];
  const first = requestAction(restore, "card", "Restored.");
  for (const other of others) {
    expect(actionState(scopeOf(other)).answer).not.toBeNull();
    requestAction(other, "card", "Kept.");
  }
  answer({ ok: true });
  await first;
  expect(outcome()).toBe("Restored.");
  expect(send).toHaveBeenCalledTimes(1);
});

test("a reason that has been overtaken is dropped, and no other", async () => {
  vi.mocked(send).mockResolvedValue({ ok: false, problem: { problem: "notShown" } });
  await Promise.all([requestAction(select("f"), "list", ""), requestAction(select("g"), "list", "")]);
  dropReasons(({ accountId }) => accountId === "f");
  expect(actionState(scopeOf(select("f"))).reason).toBeNull();
  expect(actionState(scopeOf(select("g"))).reason).toEqual({ problem: "notShown" });
});
