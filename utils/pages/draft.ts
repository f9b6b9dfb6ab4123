import { browser } from "wxt/browser";
import { fitting } from "../core/fitting.ts";
import { REGIONS } from "../core/model/account.ts";
import { DRAFT, type Draft } from "../core/model/records.ts";
import { send } from "../messaging/send.ts";

const BLANK: Draft = { region: "us", apiUrl: "", webUrl: "", forget: false };
/** How every key of Cal.com's own servers begins, and most others. */
const KEY_LIKE = /cal_/i;

let draft = BLANK;
let isSent = false;

// The worker drops it with the account that it stores, seconds before it answers.
browser.storage.session.onChanged.addListener(({ [DRAFT]: change }) => {
  if (isSent && change && !change.newValue) draft = BLANK;
});

/**
 * Reads what was typed in the set-up form when it was last open, unless something was typed here since. To be called before the
 * form is drawn.
 */
export async function openDraft(): Promise<void> {
  const { [DRAFT]: raw } = await browser.storage.session
    .get(DRAFT)
    .catch((): Record<string, unknown> => ({}));
  if (draft === BLANK && raw) draft = draftIn(raw);
}

/** What was typed in the form so far, here or where it was last open. */
export function draftNow(): Draft {
  return draft;
}

/** Keeps a change of it. A key that is pasted into the wrong field is not kept there either. */
export function keepDraft(change: Partial<Draft>): void {
  draft = { ...draft, ...change };
  const { apiUrl, webUrl } = draft;
  tell({ ...draft, apiUrl: withoutKey(apiUrl), webUrl: withoutKey(webUrl) });
}

/** The person has given the form up. */
export function dropDraft(): void {
  draft = BLANK;
  tell(null);
}

/** What was typed has been sent, until it is answered: it is blank again with the account that is stored. */
export function whileSent<T>(reply: Promise<T>): Promise<T> {
  isSent = true;
  return reply.finally(() => {
    isSent = false;
  });
}

// That it can't be kept is nothing that keeps anybody from typing on.
function tell(kept: Draft | null): void {
  send({ type: "keep-draft", draft: kept }).catch(() => {});
}

const withoutKey = (typed: string) => (KEY_LIKE.test(typed) ? "" : typed);

/** What is left of a stored draft. */
export function draftIn(raw: unknown): Draft {
  const draft = fitting(raw, BLANK);
  return REGIONS.includes(draft.region) ? draft : { ...draft, region: BLANK.region };
}
