import { report } from "../../browser/report.ts";
import { managedValues } from "../../browser/storage-areas.ts";
import { POLICY } from "../../core/model/records.ts";
import { serial } from "../../core/serial.ts";
import { effectiveSettings } from "../../core/settings/effective.ts";
import type { Policy, PolicyRecord } from "../../core/settings/records.ts";
import { commit } from "../../storage/commit.ts";
import { readEffectivePolicy, readPolicy } from "../../storage/policy.ts";
import { chosenSettings } from "../../storage/settings.ts";
import { statusesAfter } from "./change-settings.ts";
import { parsePolicy } from "./parse-policy.ts";

const NONE: PolicyRecord = { version: 1, policy: {}, ignored: [] };

/**
 * Stores what an administrator has set, for all that go by it, if it is not what was found last. An interval is in force at
 * once, as if the person had chosen it.
 */
export async function refreshPolicy(): Promise<void> {
  await refresh(() => {});
}

const inTurn = serial();

/**
 * One at a time, so that what was found first is not stored last; but not within the commit, as a browser may take its time.
 * @param see is given what was found, whatever becomes of storing it
 */
function refresh(see: (policy: Policy) => void): Promise<void> {
  return inTurn(async () => {
    const found = parsePolicy(await managedValues());
    see(found.policy);
    await store(found);
  });
}

async function store(found: PolicyRecord): Promise<void> {
  await commit(async () => {
    const read = await readPolicy();
    const before = read.kind === "ok" ? read.value : NONE;
    if (read.kind !== "damaged" && isSame(before, found)) return null;
    const chosen = await chosenSettings();
    const moved = await statusesAfter(
      effectiveSettings(chosen, before.policy),
      effectiveSettings(chosen, found.policy),
    );
    return { set: { ...moved, [POLICY]: found } };
  });
}

/**
 * The policy as it is at this moment. Right after the extension was installed Chrome may not know it yet, and does not
 * always tell when it does: before a key is sent somewhere it is looked up once more. What is stored is gone by only where the
 * browser can't tell: it may be older, of a later version, or lost.
 */
export async function freshPolicy(): Promise<Policy> {
  let fresh: Policy | undefined;
  await refresh((policy) => {
    fresh = policy;
  }).catch((error: unknown) => report("The policy could not be looked up", error));
  return fresh ?? readEffectivePolicy();
}

/** Both have their values in the order of the schema, and the names of what was ignored in that of the alphabet. */
function isSame(one: PolicyRecord, other: PolicyRecord): boolean {
  return JSON.stringify([one.policy, one.ignored]) === JSON.stringify([other.policy, other.ignored]);
}
