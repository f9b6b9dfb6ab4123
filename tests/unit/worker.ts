import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { CHECK_ALARM } from "../../utils/monitor/alarm.ts";
import { allowHosts, NOW } from "./world.ts";

const { alarms, notifications, permissions, runtime, storage } = fakeBrowser;

/** Events that the fake browser does not know, to be fired by a test. */
export interface OtherEvents {
  online(): void;
  permissionGranted(): void;
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
  return events;
}

const EVENTS = [
  alarms.onAlarm,
  runtime.onStartup,
  runtime.onInstalled,
  runtime.onMessage,
  storage.onChanged,
  notifications.onClicked,
] as const;

/** A worker that remembers nothing of the one before, which the browser has ended. */
export async function startWorker(): Promise<void> {
  for (const event of EVENTS) event.removeAllListeners();
  vi.resetModules();
  const { default: background } = await import("../../entrypoints/background.ts");
  background.main();
}

export const listensToAll = () => EVENTS.every((event) => event.hasListeners());
export const fireAlarm = () => alarms.onAlarm.trigger({ name: CHECK_ALARM, scheduledTime: NOW } as never);
export const theAlarm = () => alarms.get(CHECK_ALARM);

/** Waits until something holds; patiently, since a busy machine is no reason to fail. */
export function eventually(holds: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(holds, { timeout: 10_000, interval: 20 });
}
