import { describe, expect, it } from "vitest";
import {
  broken,
  calendar,
  connection,
  DANA,
  danas,
  delegated,
  google,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, calendarOf, connectionOf, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const twins = (...ids: readonly number[]) => danas(...ids.map((id) => google(id)));
const found = (body: unknown) => new Replay().answer(body).findings;

describe("one account that is connected twice", () => {
  it("is a notice on all of its connections but the first, at once and never told", () => {
    expect(new Replay().answer(twins(12, 10, 11))).toMatchObject({
      badge: "2",
      level: "notice",
      findings: ["notice connection-twice 11", "notice connection-twice 12"],
      notify: [],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("has an organisation's connection for its first, and of two of these the one with the lower id", () => {
    const both = danas(google(10), delegated(google(0)));
    expect(found(both)).toEqual(["notice connection-twice 10"]);
    expect(found(danas(google(10), { ...google(50), delegationCredentialId: "a" }))).toEqual([
      "notice connection-twice 10",
    ]);
    const organisations = danas(delegated(google(0), "b"), delegated(google(0), "a"));
    expect(found(organisations)).toEqual(["notice connection-twice -1/b"]);
  });

  it("is known by its main calendar alone, within one app", () => {
    expect(found(danas(google(10), google(11, primary("other"), calendar(DANA))))).toEqual([]);
    expect(found(danas(google(10), connection("office365_calendar", 11, [primary(DANA)])))).toEqual([]);
    const nameless = { ...google(11), primary: null };
    expect(found(danas(nameless, { ...nameless, credentialId: 12 }))).toEqual([]);
  });

  it("is not twice while one of the two is broken or gone", () => {
    const replay = after(twins(10, 11));
    expect(replay.answer(danas(google(10), broken(google(11)))).findings).toEqual([
      "error connection-error 11?",
    ]);
    expect(replay.answer(twins(10, 11)).findings).toEqual(["notice connection-twice 11"]);
    const withMessage = { ...google(10), error: { message: REVOKED } };
    expect(replay.answer(danas(withMessage, google(11))).findings).toEqual(["error connection-error 10"]);
    expect(replay.answer(twins(10, 11)).findings).toEqual(["notice connection-twice 11"]);
    expect(replay.answer(danas(broken(google(10), REVOKED), google(11))).findings).toEqual([
      "error connection-error 10",
    ]);
  });

  it.each([
    ["the first", 11],
    ["the second", 10],
  ])("has lost nothing when %s is removed", (_, left) => {
    const replay = after(twins(10, 11));
    expect(replay.answer(twins(left))).toMatchObject({ state: "ok", findings: [], notify: [] });
    expect(replay.wait(5 * MINUTE).answer(twins(left))).toMatchObject({ findings: [], notify: [] });
  });

  it("keeps the marks on the calendars of the one that is removed", () => {
    const own = (id: number) => google(id, primary(DANA), unselected("x"));
    const replay = after(danas(own(10), own(11)));
    replay.expect("not-selected", calendarOf(10, "x"));
    expect(replay.answer(danas(own(11))).findings).toEqual(["notice not-selected 11 x (expected)"]);
  });

  it("may have lost its selections with the one that was removed", () => {
    const replay = after(twins(10, 11));
    const left = danas(google(11, primary(DANA, { isSelected: false })));
    expect(replay.answer(left).findings).toEqual([`warning selection-lost 11 ${DANA}?`]);
    expect(replay.wait(5 * MINUTE).answer(left).notify).toEqual([
      "nothing-selected",
      `selection-lost 11 ${DANA}`,
    ]);
  });

  it("is marked as long as its connection is there, also when it was once for a while", () => {
    const replay = after(twins(10, 11));
    expect(replay.expect("connection-twice", connectionOf(11))).toMatchObject({
      badge: "",
      findings: ["notice connection-twice 11 (expected)"],
    });
    replay.answer(danas(google(10), broken(google(11), REVOKED)));
    expect(replay.answer(twins(10, 11)).findings).toEqual(["notice connection-twice 11 (expected)"]);
  });
});
