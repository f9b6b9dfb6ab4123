import { fetchCalendars } from "../../../utils/cal-api/client.ts";
import { tooltipOf } from "../../../utils/copy/badge/tooltip.ts";
import { notificationText } from "../../../utils/copy/notifications/notification-text.ts";
import { problemCopy } from "../../../utils/copy/problems/problem-copy.ts";
import { evaluate } from "../../../utils/core/findings/evaluate.ts";
import { shownFindings, summarise } from "../../../utils/core/findings/summary.ts";
import { type AccountState, emptyAccountState } from "../../../utils/core/model/account-state.ts";
import type { Notice } from "../../../utils/core/model/changes.ts";
import { DANA, INTERVAL_MINUTES, NOW } from "../../fixtures/account.ts";
import type { Answer } from "./body.ts";
import { SECRET } from "./damage.ts";

export const KEY = "cal_live_fuzz_0123456789abcdef";
/** Longer than what is doubted has to last. */
const LATER_MS = 6 * 60_000;

/**
 * Plays an answer through the whole way, from the bytes to the sentences, twice, so that what is doubted is confirmed.
 *
 * @returns what must never be and is; null when it held
 */
export async function meet(answer: Answer): Promise<string | null> {
  try {
    const stored: string[] = [];
    const said: string[] = [];
    let state = emptyAccountState();
    for (const at of [NOW - LATER_MS, NOW]) {
      const { status, headers, body } = answer;
      const fetch = async () => new Response(body, { status, headers });
      const observation = await fetchCalendars(DANA.apiUrl, KEY, { fetch, now: () => at });
      const { state: after, changes } = evaluate(state, observation, at, {
        intervalMinutes: INTERVAL_MINUTES,
      });
      state = after;
      stored.push(JSON.stringify([after, changes]));
      said.push(...sentences(after, changes.notify, at));
    }
    const all = [...stored, ...said];
    if (all.some((one) => one.includes(KEY))) return "the key is in what is stored or said";
    if (all.some(hasHalf)) return "half a character is in what is stored or said";
    // Stored are ids as they are, and names.
    if (said.some((one) => one.includes(SECRET))) return "the secret of a link is in what is said";
    return isBroken(answer) && summarise([state], "notice").overall === "ok"
      ? "a broken connection is not shown"
      : null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** @param text maybe JSON, which writes half a character as an escape */
function hasHalf(text: string): boolean {
  return !text.isWellFormed() || /\\ud[89a-f]/i.test(text);
}

function sentences(state: AccountState, notices: readonly Notice[], now: number): string[] {
  const context = { account: DANA, state, now };
  const account = { account: DANA, state, lacks: null, notStored: false };
  const settings = { showBadge: true, countingLevel: "notice" } as const;
  const problems = shownFindings(state).map((finding) => JSON.stringify(problemCopy(context, finding)));
  const notified =
    notices.length === 0
      ? []
      : [
          JSON.stringify(
            notificationText({ account: DANA, accounts: [DANA], state, notices, automatic: [], now }),
          ),
        ];
  return [...problems, ...notified, tooltipOf({ accounts: [account], settings, newer: false }, now)];
}

/**
 * Whether Cal.com says of a connection that it does not work: read a second time and plainly, so that a fault of the reading is no
 * fault of the judgement, too.
 */
function isBroken({ status, body }: Answer): boolean {
  if (status !== 200) return false;
  const list = parsed(body);
  const connections = get(get(list, "data"), "connectedCalendars");
  if (get(list, "status") !== "success" || !Array.isArray(connections)) return false;
  return connections.some((one) => {
    const [type, id, message] = [
      get(get(one, "integration"), "type"),
      get(one, "credentialId"),
      get(get(one, "error"), "message"),
    ];
    return isText(type) && Number.isSafeInteger(id) && isText(message);
  });
}

const isText = (value: unknown): boolean => typeof value === "string" && value.trim() !== "";

function get(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
