import { hasAccess } from "../../browser/access.ts";
import { cleanKey } from "../../cal-api/key.ts";
import { type ParsedServer, parseServer } from "../../cal-api/server.ts";
import { accountWho } from "../../copy/account-name.ts";
import type { Account } from "../../core/model/account.ts";
import type { ConnectForm } from "../../messaging/commands.ts";
import type { ConnectReply, SetUpProblem } from "../../messaging/replies.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { check, isOnline } from "../checks/check.ts";
import { freshPolicy } from "../settings/refresh-policy.ts";
import { duplicateByKey } from "./duplicate-account.ts";
import { findServer } from "./find-server.ts";
import { giveBackUnusedAccess } from "./remove-account.ts";
import { isAllowed, problemOf } from "./set-up-problem.ts";
import { storeNewAccount } from "./store-account.ts";

type Server = Extract<ParsedServer, { ok: true }>;

/**
 * Connects an account: finds the server, asks it whose key it is, stores both and checks at once. Nothing is stored when
 * anything is wrong. Answered after the first check, so that the page that asked shows the calendars right away.
 */
export async function connect(form: ConnectForm): Promise<ConnectReply> {
  const cleaned = cleanKey(form.key);
  if (!cleaned.ok) return refused({ problem: cleaned.problem });
  const { key } = cleaned;
  const server = parseServer(form.region, form.apiUrl, form.webUrl);
  if (!server.ok) return refused({ problem: server.problem });
  let isConnected = false;
  try {
    const reply = await connectAllowed(server, key, form);
    isConnected = reply.ok;
    return reply;
  } finally {
    // The page asked for the permission before it sent the form.
    if (!isConnected) await giveBackUnusedAccess(form.region, server.origin);
  }
}

async function connectAllowed(server: Server, key: string, form: ConnectForm): Promise<ConnectReply> {
  const policy = await freshPolicy();
  if (!server.candidates.some((apiUrl) => isAllowed(policy, apiUrl)))
    return refused({ problem: "notAllowed" });
  return connectTo({ ...server, webUrl: policy.webUrl ?? server.webUrl }, key, form);
}

async function connectTo(server: Server, key: string, form: ConnectForm): Promise<ConnectReply> {
  const accounts = await readAccounts();
  if (accounts.kind === "newer") return refused({ problem: "newerStore" });
  const duplicate = await duplicateByKey(valueOrNull(accounts)?.accounts ?? [], server.candidates, key);
  if (duplicate) return refused({ problem: "alreadyConnected", who: accountWho(duplicate) });

  if (!(await hasAccess(server.origin))) return refused({ problem: "noPermission" });
  if (!isOnline()) return refused({ problem: "offline" });
  const found = await findServer(server.candidates, key);
  if (!found.ok) return refused(problemOf(found.why, form.region));

  const account: Account = {
    id: crypto.randomUUID(),
    label: null,
    region: form.region,
    apiUrl: found.apiUrl,
    webUrl: server.webUrl,
    user: found.me,
    keyIn: form.keyIn,
    addedAt: Date.now(),
  };
  const stored = await storeNewAccount(account, key);
  if (stored.ok) await check(stored.account.id);
  return stored;
}

function refused(problem: SetUpProblem): ConnectReply {
  return { ok: false, problem };
}
