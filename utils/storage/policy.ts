import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { POLICY } from "../core/model/records.ts";
import type { Policy, PolicyRecord } from "../core/settings/records.ts";
import { savable } from "../schemas/fallbacks.ts";
import { policyShape } from "../schemas/setting-shape.ts";
import { decode, type Read, type RecordKind, valueOrNull } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const PolicySchema = savable<PolicyRecord>(
  z.looseObject({
    version: z.literal(1),
    policy: z.looseObject({
      apiUrl: z.exactOptional(z.string()),
      webUrl: z.exactOptional(z.string()),
      ...policyShape,
    }),
    ignored: z.array(z.string()),
  }),
  { version: 1, policy: {} },
);

export const policyKind: RecordKind<PolicyRecord> = {
  version: VERSIONS.policy,
  schema: PolicySchema,
  // The worker asks the browser again at its start: what is left is in force until then.
  salvage: (raw) => salvage(PolicySchema, raw),
};

export async function readPolicy(): Promise<Read<PolicyRecord>> {
  const { [POLICY]: raw } = await browser.storage.local.get(POLICY);
  return decode(raw, policyKind);
}

/** What an administrator has set, as it was last found; empty without that. */
export async function readEffectivePolicy(): Promise<Policy> {
  return valueOrNull(await readPolicy())?.policy ?? {};
}
