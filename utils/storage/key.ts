import { browser } from "wxt/browser";
import * as z from "zod/mini";
import type { Account } from "../core/model/account.ts";
import { type KeyRecord, keyOf } from "../core/model/records.ts";
import { savable } from "../schemas/fallbacks.ts";
import { decode, type RecordKind, valueOrNull } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const KeySchema = savable<KeyRecord>(
  z.looseObject({ version: z.literal(1), key: z.string().check(z.minLength(1)) }),
  { version: 1 },
);

export const keyKind: RecordKind<KeyRecord> = {
  version: VERSIONS.key,
  schema: KeySchema,
  salvage: (raw) => salvage(KeySchema, raw),
  secret: true,
};

/**
 * The API key of an account. Nothing but the worker may call this, and what it returns goes nowhere but into the header of
 * a request.
 * @returns null when there is none: forgotten with the browser session, damaged, or of a newer version
 */
export async function readKey(account: Pick<Account, "id" | "keyIn">): Promise<string | null> {
  const name = keyOf(account.id);
  const { [name]: raw } = await browser.storage[account.keyIn].get(name);
  return valueOrNull(decode(raw, keyKind))?.key ?? null;
}
