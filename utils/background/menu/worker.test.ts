import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aMenu,
  aroundWorker,
  eventually,
  fireAlarm,
  isStarted,
  type OtherEvents,
  startWorker,
} from "../../../tests/support/unit/worker.ts";
import {
  anAccountState,
  goodAnswer,
  MINUTE,
  NOW,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import type { MenuItem } from "../../browser/menu-and-shortcuts.ts";

const asked = vi.hoisted(() => vi.fn());
vi.mock("../../cal-api/client.ts", () => ({ fetchCalendars: asked }));

const { contextMenus, runtime } = fakeBrowser;
const HOUR = 60 * MINUTE;
let events: OtherEvents;
let menu: Map<string, MenuItem>;

beforeEach(() => {
  events = aroundWorker();
  menu = aMenu();
  asked.mockReset().mockResolvedValue(goodAnswer());
});

const snoozed = anAccountState({ snoozeUntil: NOW + HOUR });
const offersEnd = () => menu.get("end-snooze")?.visible;
const snoozeUntil = async () => (await storedStatus()).state.snoozeUntil;
const isMade = () => eventually(() => expect(menu.size).toBe(7));

describe("the menu of the toolbar button", () => {
  test("is there after a start, with a submenu, in the words of the popup", async () => {
    await seed([{}]);
    await startWorker();
    await isMade();
    expect([...menu.values()].map(({ title, parentId }) => [parentId, title])).toEqual([
      [undefined, "Check now"],
      [undefined, "Snooze"],
      ["snooze", "1 hour"],
      ["snooze", "Until tomorrow"],
      ["snooze", "A week"],
      ["snooze", "End snooze"],
      [undefined, "Open settings"],
    ]);
    expect([...menu.values()]).toEqual(
      Array.from({ length: 7 }, () => expect.objectContaining({ contexts: ["action"] })),
    );
  });

  test("is made anew by the next worker, which finds the one that the browser kept", async () => {
    const reported = vi.spyOn(console, "error");
    await seed([{}]);
    await startWorker();
    await isMade();
    await startWorker();
    await eventually(() => expect(contextMenus.removeAll).toHaveBeenCalledTimes(2));
    await isMade();
    expect(reported).not.toHaveBeenCalled();
  });

  test("offers the end of a snooze while there is one", async () => {
    await seed([{}]);
    await startWorker();
    await isMade();
    expect(offersEnd()).toBe(false);
    await seed([{ state: snoozed }]);
    await eventually(() => expect(offersEnd()).toBe(true));
    vi.mocked(Date.now).mockReturnValue(NOW + HOUR);
    await fireAlarm();
    await eventually(() => expect(offersEnd()).toBe(false));
    expect(contextMenus.removeAll).toHaveBeenCalledTimes(1);
  });

  test("that the browser refuses keeps nothing else from being done", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.mocked(contextMenus.removeAll).mockRejectedValue(new Error("no"));
    await seed([{ nextCheckAt: NOW }]);
    await startWorker();
    await isStarted();
    await fireAlarm();
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("what the browser says beside the call is an error, too", async () => {
    const reported = vi.spyOn(console, "error").mockImplementation(() => {});
    vi.mocked(contextMenus.create).mockImplementation(((_: MenuItem, created: () => void) => {
      vi.spyOn(runtime, "lastError", "get").mockReturnValue({ message: "duplicate id" });
      created();
    }) as never);
    await startWorker();
    await eventually(() =>
      expect(reported).toHaveBeenCalledWith("The menu could not be set: Error: duplicate id"),
    );
  });
});

describe("its entries, clicked at once when the worker starts", () => {
  test("Check now asks Cal.com", async () => {
    await seed([{}]);
    await startWorker();
    events.menuClicked("check-now");
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test.each([
    ["snooze-hour", "2026-03-04T14:05:00Z"],
    ["snooze-tomorrow", "2026-03-05T07:00:00Z"],
    ["snooze-week", "2026-03-11T13:05:00Z"],
  ])("%s keeps quiet until %s", async (id, until) => {
    await seed([{}]);
    await startWorker();
    events.menuClicked(id);
    await eventually(async () => expect(await snoozeUntil()).toBe(Date.parse(until)));
  });

  test("End snooze ends it", async () => {
    await seed([{ state: snoozed }]);
    await startWorker();
    events.menuClicked("end-snooze");
    await eventually(async () => expect(await snoozeUntil()).toBeNull());
  });

  test("Open settings opens them, and another name nothing", async () => {
    const open = vi.spyOn(runtime, "openOptionsPage").mockImplementation((async () => {}) as never);
    await startWorker();
    events.menuClicked("snooze");
    events.menuClicked("open-settings");
    await eventually(() => expect(open).toHaveBeenCalledTimes(1));
  });
});

describe("keyboard shortcuts, pressed at once when the worker starts", () => {
  test("check now", async () => {
    await seed([{}]);
    await startWorker();
    events.shortcutPressed("check-now");
    await eventually(() => expect(asked).toHaveBeenCalledTimes(1));
  });

  test("snooze for an hour, and end that when pressed again", async () => {
    await seed([{}]);
    await startWorker();
    events.shortcutPressed("snooze");
    await eventually(async () => expect(await snoozeUntil()).toBe(NOW + HOUR));
    events.shortcutPressed("snooze");
    await eventually(async () => expect(await snoozeUntil()).toBeNull());
  });

  test("open the settings", async () => {
    const open = vi.spyOn(runtime, "openOptionsPage").mockImplementation((async () => {}) as never);
    await startWorker();
    events.shortcutPressed("open-settings");
    await eventually(() => expect(open).toHaveBeenCalledTimes(1));
  });
});
describe("without any account the settings are opened, where one is made", () => {
  let open: ReturnType<typeof vi.spyOn>;
  beforeEach(async () => {
    open = vi.spyOn(runtime, "openOptionsPage").mockImplementation((async () => {}) as never);
    await startWorker();
  });

  test.each(["check-now", "snooze-hour", "snooze-tomorrow", "snooze-week", "end-snooze"])(
    "by %s of the menu",
    async (id) => {
      events.menuClicked(id);
      await eventually(() => expect(open).toHaveBeenCalledTimes(1));
    },
  );

  test.each(["check-now", "snooze"])("by the shortcut %s", async (command) => {
    events.shortcutPressed(command);
    await eventually(() => expect(open).toHaveBeenCalledTimes(1));
  });
});
