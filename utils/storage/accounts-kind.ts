import * as z from "zod/mini";
import { isSafe, parseServer } from "../cal-api/server.ts";
import { type Account, REGIONS, UNKNOWN_USER } from "../core/model/account.ts";
import type { AccountsDamage, AccountsRecord, LostAccount } from "../core/model/records.ts";
import { nowFound, savable } from "../schemas/fallbacks.ts";
import type { RecordKind } from "./decode.ts";
import { salvage } from "./salvage.ts";
import { VERSIONS } from "./versions.ts";

const text = z.nullable(z.string());
const webAddress = z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/));
/** The key is sent there: nowhere that set-up would have refused, even if somebody wrote into the store. */
const apiAddress = webAddress.check(z.refine((text) => URL.canParse(text) && isSafe(new URL(text))));

/** Cal.com's own: of these the region says the address, and the other way round. */
const HOSTED = REGIONS.filter((region) => region !== "self-hosted").flatMap((region) => {
  const server = parseServer(region, "", "");
  return server.ok ? { region, apiUrl: server.candidates[0], webUrl: server.webUrl } : [];
});

const UserSchema = savable<Account["user"]>(
  z.looseObject({ id: z.number(), username: text, email: text, name: text }),
  UNKNOWN_USER,
);

export const AccountSchema = savable<Account>(
  z.looseObject({
    id: z.string().check(z.minLength(1)),
    label: z._default(z.nullable(z.string()), null),
    region: z.enum(REGIONS),
    apiUrl: apiAddress,
    webUrl: z.nullable(webAddress),
    user: UserSchema,
    keyIn: z.enum(["local", "session"]),
    addedAt: z.number(),
  }),
  {
    region: ({ apiUrl }) =>
      apiAddress.safeParse(apiUrl).success
        ? (HOSTED.find((one) => one.apiUrl === apiUrl)?.region ?? "self-hosted")
        : undefined,
    apiUrl: ({ region }) => HOSTED.find((one) => one.region === region)?.apiUrl,
    webUrl: ({ region }) => HOSTED.find((one) => one.region === region)?.webUrl ?? null,
    user: UNKNOWN_USER,
    keyIn: "local",
    addedAt: nowFound,
  },
);

/** Of an account in the list as well: what is known of it, should the rest be lost. */
export const LostSchema: z.ZodMiniType<LostAccount> = z.looseObject({
  id: z.string().check(z.minLength(1)),
  label: text,
  user: z.nullable(UserSchema),
});

const DamageSchema = savable<AccountsDamage>(z.looseObject({ at: z.number(), lost: z.array(LostSchema) }), {
  at: nowFound,
});

const AccountsSchema = savable<AccountsRecord>(
  z.looseObject({
    version: z.literal(1),
    accounts: z.array(AccountSchema),
    damage: z.exactOptional(DamageSchema),
  }),
  { version: 1 },
);

export const accountsKind: RecordKind<AccountsRecord> = {
  version: VERSIONS.accounts,
  schema: AccountsSchema,
  salvage: (raw) => salvage(AccountsSchema, raw) ?? { version: 1, accounts: [] },
};
