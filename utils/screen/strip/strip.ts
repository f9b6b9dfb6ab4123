import { t } from "../../copy/i18n.ts";
import type { AccountView, ConnectionView } from "../calendars/list.ts";

export type ChipState = "healthy" | "attention" | "broken" | "missing" | "checking" | "stale";

export interface Chip {
  /** The id of its connection's section in the list. */
  anchor: string;
  type: string;
  app: string;
  state: ChipState;
  /** The state as a word. */
  word: string;
  /** App, account and state: "Google, dana@example.com: Working". */
  label: string;
}

export interface Strip {
  chips: Chip[];
  /** How many there are besides. */
  more: number;
  /** With one or two there is room for the apps' names. */
  isRoomy: boolean;
  /** None is known yet, and the first answer is on its way. */
  isWaiting: boolean;
}

/** As many as fit on one line of the popup. */
const FIT = 7;
const ROOMY = 2;

/** One chip a connection, in the order of the list; of more than fit the first, those with a problem before the rest. */
export function stripView(accounts: readonly AccountView[]): Strip {
  const all = accounts.flatMap(({ connections, isStale }) =>
    connections.map((connection) => chipOf(connection, isStale)),
  );
  if (all.length <= FIT) {
    const isWaiting = all.length === 0 && accounts.some(({ isFirstCheck }) => isFirstCheck);
    return { chips: all, more: 0, isRoomy: all.length <= ROOMY, isWaiting };
  }
  const wanting = all.filter(({ state }) => state !== "healthy");
  const shown = new Set([...wanting, ...all].slice(0, FIT - 1));
  return {
    chips: all.filter((chip) => shown.has(chip)),
    more: all.length - shown.size,
    isRoomy: false,
    isWaiting: false,
  };
}

function chipOf({ anchor, type, app, details, state, isWorrying }: ConnectionView, isStale: boolean): Chip {
  const own = state === "healthy" && isWorrying ? "attention" : state;
  const shown = isStale ? "stale" : own;
  const word = t(`strip.${shown}`);
  return {
    anchor,
    type,
    app,
    state: shown,
    word,
    label: t("strip.label", [[app, ...details].join(", "), word]),
  };
}
