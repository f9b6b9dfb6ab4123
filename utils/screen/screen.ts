import { needsThePerson } from "../copy/outage.ts";
import { quietEnds } from "../core/findings/pass-quiet.ts";
import { isJustMended } from "../core/mending/just-mended.ts";
import { isSnoozed } from "../core/snooze.ts";
import { DAY } from "../core/time.ts";
import { hasNamesakes, listView, type Naming } from "./calendars/list.ts";
import { type FooterText, footerText } from "./footer/footer-text.ts";
import { headline } from "./headline/headline.ts";
import type { Headline } from "./headline/headline-view.ts";
import { meanwhileAfterwards } from "./problems/meanwhile.ts";
import { type ScreenList, screenList } from "./screen-list.ts";
import { type ScreenProblems, screenProblems } from "./screen-problems.ts";
import type { Stored } from "./stored.ts";
import { type Strip, stripView } from "./strip/strip.ts";

/**
 * What the popup shows at first, as words: small whatever the number of calendars is, so that it is drawn before anything else is
 * read or loaded. All that it leaves out is drawn a moment later, from the whole store.
 */
export interface Screen {
  headline: Headline;
  strip: Strip;
  problems: ScreenProblems | null;
  list: ScreenList;
  footer: FooterText;
}

/** A screen with the time until which it is what would be drawn, in ms since the epoch. */
export interface TimedScreen {
  screen: Screen;
  until: number;
}

/**
 * The first screen of what is stored; null where it has a form, or something else in it that words alone can't show.
 * @param naming what tells calendars of one name apart
 * @param now ms since the epoch
 */
export function screenOf(stored: Stored, naming: Naming, now: number): TimedScreen | null {
  const { accounts, unstored, damage } = stored;
  if (accounts.length === 0 || unstored.length > 0 || damage) return null;
  const isPlain = accounts.every(
    ({ state, unreadable, mendings, reconnections }) =>
      !unreadable &&
      !needsThePerson(state.lastFailure) &&
      !isSnoozed(state.snoozeUntil, now) &&
      reconnections.length === 0 &&
      !mendings.some((mending) => isJustMended(mending, now)),
  );
  const problems =
    isPlain && meanwhileAfterwards(accounts, now).length === 0 ? screenProblems(accounts, now) : "not plain";
  if (problems === "not plain") return null;
  const { rows, told } = problems;
  const answer = headline(stored, now, told);
  const list = listView(accounts, hasNamesakes(accounts) ? naming : null);
  return {
    screen: {
      headline: answer,
      strip: stripView(list),
      problems: rows(answer.text),
      list: screenList(list),
      footer: footerText(accounts, now),
    },
    until: drawnUntil(stored, now),
  };
}

/** The first moment at which something of it would be drawn in other words: times, the next check, the end of something quiet. */
function drawnUntil({ accounts }: Stored, now: number): number {
  const ends = accounts.flatMap(({ state, nextCheckAt }) => [
    ...quietEnds(state),
    nextCheckAt,
    // The headline counts whole days since the last answer.
    state.lastGoodAt === null ? null : state.lastGoodAt + DAY * Math.ceil((now - state.lastGoodAt + 1) / DAY),
  ]);
  const later = ends.filter((end) => end !== null).filter((end) => end > now);
  return Math.min(nextMidnight(now), ...later);
}

function nextMidnight(now: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime();
}
