import { browser } from "wxt/browser";
import * as z from "zod/mini";
import { isSafe } from "../cal-api/server.ts";
import { type Account, REGIONS } from "../core/model/account.ts";
import { ACCOUNTS, type AccountsRecord } from "../core/model/records.ts";
import { decode, type Read, type RecordKind } from "./decode.ts";
import { VERSIONS } from "./versions.ts";

const text = z.nullable(z.string());
const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/));
/** The key is sent there: nowhere that set-up would have refused, even if somebody wrote into the store. */
const apiAddress = webAddress.check(z.refine((text) => URL.canParse(text) && isSafe(new URL(text))));

const AccountSchema: z.ZodMiniType<Account> = z.looseObject({
  id: z.string().check(z.minLength(1)),
  label: z._default(z.nullable(z.string()), null),
  region: z.enum(REGIONS),
  apiUrl: apiAddress,
  webUrl: z.nullable(webAddress),
  user: z.looseObject({ id: z.number(), username: text, email: text, name: text }),
  keyIn: z.enum(["local", "session"]),
  addedAt: z.number(),
});

export const accountsKind: RecordKind<AccountsRecord> = {
  version: VERSIONS.accounts,
  schema: z.looseObject({ version: z.literal(1), accounts: z.array(AccountSchema) }),
  salvage: (raw) => {
    const list = z.looseObject({ accounts: z.array(z.unknown()) }).safeParse(raw);
    const parsed = list.success ? list.data.accounts.map((account) => AccountSchema.safeParse(account)) : [];
    return { version: 1, accounts: parsed.flatMap((account) => (account.success ? [account.data] : [])) };
  },
};

export async function readAccounts(): Promise<Read<AccountsRecord>> {
  const { [ACCOUNTS]: raw } = await browser.storage.local.get(ACCOUNTS);
  return decode(raw, accountsKind);
}
