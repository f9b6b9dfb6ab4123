import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aroundWorker,
  eventually,
  fireAlarm,
  isStarted,
  type OtherEvents,
  startWorker,
  theAlarm,
} from "../../tests/support/unit/worker.ts";
import {
  aFinding,
  anAccountState,
  failedWith,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
} from "../../tests/support/unit/world.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../cal-api/client.ts", () => ({ fetchCalendars: asked }));

const { action, alarms, runtime } = fakeBrowser;
let events: OtherEvents;

beforeEach(() => {
  events = aroundWorker();
  asked.mockReset().mockResolvedValue(goodAnswer(3));
});

const broken = anAccountState({ findings: [aFinding({ kind: "no-connections" })] });
const badge = () => action.getBadgeText({});

describe("what happens", () => {
  test("at the alarm, due accounts are checked, and the alarm is set for the next time", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    await seed([{ nextCheckAt: NOW }]);
    await startWorker();
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
    await eventually(async () => {
      const { scheduledTime = 0 } = (await theAlarm()) ?? {};
      expect(scheduledTime).toBeGreaterThanOrEqual(NOW + 30 * MINUTE);
    });
  });

  test("at the alarm of a worker that was ended in the middle of a request, the account is checked again", async () => {
    await seed([{ nextCheckAt: NOW }]);
    asked.mockReturnValueOnce(new Promise(() => {}));
    await startWorker();
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));

    await startWorker();
    await eventually(async () => expect(await theAlarm()).toMatchObject({ periodInMinutes: 1 }));
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  test("at the alarm that ends a snooze, the badge is back without a request, also by a worker that was ended", async () => {
    await seed([{ state: { ...broken, snoozeUntil: NOW + 5 * MINUTE }, nextCheckAt: NOW + 20 * MINUTE }]);
    await startWorker();
    await eventually(async () => expect(await theAlarm()).toMatchObject({ scheduledTime: NOW + 5 * MINUTE }));
    expect(await badge()).toBe("");

    vi.spyOn(Date, "now").mockReturnValue(NOW + 5 * MINUTE);
    await fireAlarm();
    await eventually(async () => expect(await badge()).toBe("1"));

    await action.setBadgeText({ text: "" });
    await startWorker();
    await eventually(async () => expect(await badge()).toBe("1"));
    expect(asked).not.toHaveBeenCalled();
  });

  test("another alarm is nobody's business", async () => {
    await seed([{ nextCheckAt: NOW }]);
    await startWorker();
    await alarms.onAlarm.trigger({ name: "other" } as never);
    await isStarted();
    expect(asked).not.toHaveBeenCalled();
  });

  test("at the browser's start accounts are checked though they are not due", async () => {
    await seed([{}]);
    await startWorker();
    await runtime.onStartup.trigger();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("installing opens the options page, an update does not", async () => {
    const open = vi.spyOn(runtime, "openOptionsPage").mockImplementation((async () => {}) as never);
    await startWorker();
    await runtime.onInstalled.trigger({ reason: "update" } as never);
    await runtime.onInstalled.trigger({ reason: "install" } as never);
    await eventually(() => expect(open).toHaveBeenCalledTimes(1));
  });

  test("an update checks what was not checked for five minutes", async () => {
    await seed([{}]);
    await startWorker();
    await runtime.onInstalled.trigger({ reason: "update" } as never);
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("when the network is back, accounts that failed are checked", async () => {
    await seed([{ state: anAccountState({ failures: 1, lastFailure: { reason: "unreachable" } }) }]);
    await startWorker();
    events.online();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("when a permission is granted, the account that waited for it is checked", async () => {
    await seed([{ state: anAccountState({ failures: 1, lastFailure: { reason: "no-permission" } }) }]);
    await startWorker();
    events.permissionGranted();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("whatever changes in the store is drawn", async () => {
    await seed([{}]);
    await startWorker();
    await eventually(async () => expect(await action.getTitle({})).not.toBe(""));
    expect(await badge()).toBe("");
    await seed([{ state: broken }]);
    await eventually(async () => expect(await badge()).toBe("1"));
  });

  test("a check that fails is drawn with what was last good", async () => {
    await seed([{ state: broken, nextCheckAt: NOW }]);
    asked.mockResolvedValue(failedWith({ reason: "timed-out" }));
    await startWorker();
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalled());
    expect(await badge()).toBe("1");
  });
});
