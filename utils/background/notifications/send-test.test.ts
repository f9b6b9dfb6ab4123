import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccountState, goodAnswer, MINUTE, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import { openProblem } from "./open-problem.ts";
import { sendTest } from "./send-test.ts";

vi.mock("../../browser/open-in-tab.ts", () => ({ openInTab: vi.fn() }));

const { notifications } = fakeBrowser;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const shown = () => Object.values(notifications.getAllCreateOptions());

test("a test is shown, with an app of the person, and nothing is stored", async () => {
  const { state } = evaluate(anAccountState(), goodAnswer(), NOW, { intervalMinutes: 30 });
  const connections = state.connections.map((one) => ({ ...one, appName: "Outlook Calendar" }));
  await seed([{ state: { ...state, connections } }]);
  const before = await stored();
  expect(await sendTest()).toEqual({ ok: true });
  expect(shown().map(({ title }) => title)).toEqual(["This is only a test"]);
  expect(shown()[0]?.message).toContain('such as "No access to Outlook",');
  expect(await stored()).toEqual(before);
});

test("without an account there is an example", async () => {
  await seed([]);
  await sendTest();
  expect(shown()[0]?.message).toContain('such as "No access to Google",');
});

test("a second one is seen as the first was", async () => {
  await seed([{}]);
  const clear = vi.spyOn(notifications, "clear");
  const create = vi.spyOn(notifications, "create");
  await sendTest();
  await sendTest();
  expect(create).toHaveBeenCalledTimes(2);
  expect(clear.mock.invocationCallOrder[1]).toBeLessThan(create.mock.invocationCallOrder[1] ?? 0);
  expect(shown()).toHaveLength(1);
});

test("it is shown while snoozed and in quiet hours", async () => {
  await seed([{ state: anAccountState({ snoozeUntil: NOW + MINUTE }) }], { quietHours: "wed 14:00-15:00" });
  expect(await sendTest()).toEqual({ ok: true });
  expect(shown()).toHaveLength(1);
});

test("with notifications off it is not", async () => {
  await seed([{}], { notifications: false });
  expect(await sendTest()).toEqual({ ok: false });
  expect(shown()).toEqual([]);
});

test("it stays where errors do", async () => {
  vi.stubEnv("FIREFOX", "");
  await seed([{}], { keepErrors: true });
  await sendTest();
  expect(shown()[0]).toMatchObject({ requireInteraction: true });
  vi.unstubAllEnvs();
});

test("a browser that can't show it is told of", async () => {
  await seed([{}]);
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(notifications, "create").mockRejectedValueOnce(new Error("no icon"));
  expect(await sendTest()).toEqual({ ok: false });
  expect(said).toHaveBeenCalledWith("A test notification could not be shown: Error: no icon");
});

test("a click takes it away and opens nothing", async () => {
  await seed([{}]);
  await sendTest();
  await openProblem(Object.keys(await notifications.getAll())[0] ?? "");
  expect(await notifications.getAll()).toEqual({});
});
