import { copyLanguage, plural, t } from "../../copy/i18n.ts";
import { knownCalendars, unkeptCalendars } from "../../core/calendars/distinct.ts";
import type { Stored } from "../stored.ts";
import type { Headline, Mood } from "./headline-view.ts";

/** What is said of a part that nobody watches: in the first place where nothing else is the answer. */
interface Gap {
  text: string;
  why: string;
}

/** These stand before it: problems that are known, and what is not known of all that is watched. */
const FIRST: ReadonlySet<Mood> = new Set(["error", "warning", "unknown"]);

/** The answer, which is none for what is not watched: that is said, and nothing is called well that may not be. */
export function withGaps(headline: Headline, stored: Stored): Headline {
  const gaps = [lost(stored), unkept(stored)].filter((gap) => gap !== null);
  const [first, ...others] = gaps;
  if (!first) return headline;
  const isFirst = !FIRST.has(headline.mood);
  const added = (isFirst ? others : gaps).map(({ text, why }) => `${text}. ${why}`);
  return isFirst
    ? { mood: "unknown", text: first.text, sub: [first.why, ...added].join(" ") }
    : { ...headline, sub: [headline.sub, ...added].filter(Boolean).join(" ") };
}

function lost({ damage }: Stored): Gap | null {
  const count = damage?.lost.length ?? 0;
  return count > 0 ? { text: plural("headline.lost", count), why: t("subline.lost") } : null;
}

function unkept({ accounts }: Stored): Gap | null {
  const states = accounts.map(({ state }) => state);
  const more = unkeptCalendars(states);
  // Less than none where a stored number was lost.
  if (more <= 0) return null;
  const kept = knownCalendars(states);
  const { format } = new Intl.NumberFormat(copyLanguage());
  return { text: t("headline.watching", [format(kept), format(kept + more)]), why: t("subline.watching") };
}
