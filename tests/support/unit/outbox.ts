import { vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { AutomaticAct } from "../../../utils/core/model/automatic.ts";
import type { Notice } from "../../../utils/core/model/changes.ts";
import { type Outbox, statusOf } from "../../../utils/core/model/records.ts";
import { aFinding, anAccountState, NOW, type Seed, seed } from "./world.ts";

const { notifications, storage } = fakeBrowser;

/** Nobody was told of it yet. */
export const notice: Notice = {
  kind: "no-connections",
  subject: { type: "account" },
  level: "error",
  recovered: false,
};
export const broken = anAccountState({ findings: [aFinding({ kind: "no-connections" })] });
export const BACK: AutomaticAct = { what: "destination", name: "Work" };
/** What a check of a second ago has left to be told. */
export const outbox: Outbox = { at: NOW - 1000, notices: [notice], automatic: [] };

/** A worker that remembers nothing. */
export async function tell(): Promise<void> {
  vi.resetModules();
  await (await import("../../../utils/background/notifications/flush-outbox.ts")).flushOutbox();
}

/** Accounts with this outbox, the first of them with a break unless it is said otherwise. */
export async function withUntold(seeds: Seed[] = [{ state: broken }], change: Partial<Outbox> = {}) {
  await seed(seeds);
  for (const { account } of seeds) {
    const name = statusOf(account?.id ?? "a1");
    const { [name]: status } = await storage.local.get(name);
    await storage.local.set({ [name]: { ...(status as object), outbox: { ...outbox, ...change } } });
  }
}

export const shown = () => Object.values(notifications.getAllCreateOptions());
export const created = () => vi.spyOn(notifications, "create");
