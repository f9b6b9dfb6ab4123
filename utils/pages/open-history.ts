import { browser } from "wxt/browser";
import { emptyHistory, type History } from "../core/model/history.ts";
import { historyOf } from "../core/model/records.ts";
import { decode } from "../storage/decode.ts";
import { historyKind } from "../storage/history.ts";

export interface OpenHistory {
  /** `damaged`: `history` is what could be saved of it. `newer`: a later version of the extension wrote it. */
  condition: "ok" | "damaged" | "newer";
  history: History;
}

/**
 * Reads what changed in one account, and goes on following it.
 * @param listener is told of it once it is read, and after every change
 * @returns stops following
 */
export function openHistory(accountId: string, listener: (open: OpenHistory) => void): () => void {
  const name = historyOf(accountId);
  let isOver = false;
  let isTold = false;
  function tell(raw: unknown) {
    if (isOver) return;
    isTold = true;
    listener(opened(raw));
  }
  function onChanged(changes: Record<string, { newValue?: unknown }>, area: string) {
    const change = changes[name];
    if (area === "local" && change) tell(change.newValue);
  }

  // WHY [order]: following starts before reading, so that a change in between is not missed, nor overwritten.
  browser.storage.onChanged.addListener(onChanged);
  browser.storage.local.get(name).then(
    (records) => {
      if (!isTold) tell(records[name]);
    },
    () => tell("unreadable"),
  );
  return () => {
    isOver = true;
    browser.storage.onChanged.removeListener(onChanged);
  };
}

function opened(raw: unknown): OpenHistory {
  const read = decode(raw, historyKind);
  switch (read.kind) {
    case "ok":
      return { condition: "ok", history: read.value };
    case "missing":
      return { condition: "ok", history: emptyHistory() };
    case "damaged":
      return { condition: "damaged", history: read.saved ?? emptyHistory() };
    case "newer":
      return { condition: "newer", history: emptyHistory() };
  }
}
