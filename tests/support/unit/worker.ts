import { expect, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { CHECK_ALARM } from "../../../utils/background/alarm.ts";
import type { MenuItem } from "../../../utils/browser/menu-and-shortcuts.ts";
import { allowHosts, NOW } from "./world.ts";

const { alarms, commands, contextMenus, notifications, permissions, runtime, storage, tabs, windows } =
  fakeBrowser;

/** Events that the fake browser does not know, to be fired by a test. */
export interface OtherEvents {
  online(): void;
  permissionGranted(): void;
  menuClicked(menuItemId: string): void;
  shortcutPressed(command: string): void;
  /** Chrome's lock of the store. */
  lock: ReturnType<typeof vi.spyOn>;
}

/** The rest of a browser around the fake one. The clock stands still. */
export function aroundWorker(): OtherEvents {
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  allowHosts();
  const events: OtherEvents = {
    online: () => {},
    permissionGranted: () => {},
    menuClicked: () => {},
    shortcutPressed: () => {},
    lock: vi.spyOn(storage.local, "setAccessLevel").mockImplementation((async () => {}) as never),
  };
  const addEventListener = (type: string, then: () => void) => {
    if (type === "online") events.online = then;
  };
  vi.stubGlobal("self", { addEventListener });
  vi.spyOn(permissions.onAdded, "addListener").mockImplementation((then) => {
    events.permissionGranted = then as () => void;
  });
  vi.spyOn(permissions.onRemoved, "addListener").mockImplementation(() => {});
  vi.spyOn(runtime.onConnect, "addListener").mockImplementation(() => {});
  vi.spyOn(contextMenus.onClicked, "addListener").mockImplementation((then) => {
    events.menuClicked = (menuItemId) => then({ menuItemId } as never);
  });
  vi.spyOn(commands.onCommand, "addListener").mockImplementation((then) => {
    events.shortcutPressed = (command) => then(command, undefined as never);
  });
  aMenu();
  return events;
}

/** A menu as browsers keep it: it outlives the worker, and refuses a name that is taken and one that there is not. */
export function aMenu(): Map<string, MenuItem> {
  const items = new Map<string, MenuItem>();
  vi.spyOn(contextMenus, "removeAll").mockImplementation((async () => items.clear()) as never);
  vi.spyOn(contextMenus, "create").mockImplementation(((item: MenuItem, created: () => void) => {
    if (items.has(item.id)) throw new Error(`Cannot create item with duplicate id ${item.id}`);
    items.set(item.id, item);
    created();
  }) as never);
  vi.spyOn(contextMenus, "update").mockImplementation((async (id: string, change: Partial<MenuItem>) => {
    const item = items.get(id);
    if (!item) throw new Error(`Cannot find menu item with id ${id}`);
    items.set(id, { ...item, ...change });
  }) as never);
  return items;
}

const EVENTS = [
  alarms.onAlarm,
  runtime.onStartup,
  runtime.onInstalled,
  runtime.onMessage,
  storage.onChanged,
  notifications.onClicked,
  tabs.onActivated,
  tabs.onRemoved,
  windows.onFocusChanged,
] as const;

/** A worker that remembers nothing of the one before, which the browser has ended. */
export async function startWorker(): Promise<void> {
  for (const event of EVENTS) event.removeAllListeners();
  vi.resetModules();
  const { default: background } = await import("../../../entrypoints/background.ts");
  background.main();
}

export const listensToAll = () => EVENTS.every((event) => event.hasListeners());
export const fireAlarm = () => alarms.onAlarm.trigger({ name: CHECK_ALARM, scheduledTime: NOW } as never);
export const theAlarm = () => alarms.get(CHECK_ALARM);

/** Waits until a worker that was started has set its alarm. */
export const isStarted = () => eventually(async () => expect(await theAlarm()).toBeDefined());

/** Waits until something holds; patiently, since a busy machine is no reason to fail. */
export function eventually(holds: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(holds, { timeout: 10_000, interval: 20 });
}
