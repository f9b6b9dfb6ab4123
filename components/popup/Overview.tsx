import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { Account } from "../../utils/core/model/account.ts";
import { hasNamesakes, listView } from "../../utils/screen/calendars/list.ts";
import { footerText } from "../../utils/screen/footer/footer-text.ts";
import { headline } from "../../utils/screen/headline/headline.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { stripView } from "../../utils/screen/strip/strip.ts";
import { useReturnedFocus } from "../common/focus.ts";
import { LazyPart, PartMissing } from "../common/lazy.tsx";
import { OutcomeLine } from "./actions/OutcomeLine.tsx";
import { setAccountsNow } from "./actions/use-followed.ts";
import { CalendarList } from "./calendars/CalendarList.tsx";
import { ListEnd } from "./calendars/ListEnd.tsx";
import { useKeptScroll } from "./calendars/use-kept-scroll.ts";
import { Footer } from "./footer/Footer.tsx";
import { HeadlineBar } from "./headline/HeadlineBar.tsx";
import {
  accountFixPart,
  detailsPart,
  hasAccountFix,
  hasFindings,
  hasMending,
  namesPart,
  problemsPart,
  snoozePart,
} from "./lazy-parts.ts";
import { useLinkedProblem } from "./problems/linked-problem.ts";
import { isAnySnoozed } from "./snooze/snoozed.ts";
import { StripBar } from "./strip/StripBar.tsx";

interface Props {
  stored: Stored;
  /** It was connected just now: the answer is what to go on from. */
  isConnected: boolean;
  onReplaced: (account: Account) => void;
}

/** The popup with an account: the answer, what is wrong, and every calendar. */
export function Overview({ stored, isConnected, onReplaced }: Props) {
  const { accounts } = stored;
  const areNamesakes = hasNamesakes(accounts);
  const names = namesPart.useLoaded(areNamesakes);
  const naming = areNamesakes && names !== "missing" ? names : null;
  const hasProblems = hasFindings(accounts) || hasMending(accounts);
  const problems = problemsPart.useLoaded(hasProblems);
  const view = useMemo(() => {
    const now = Date.now();
    const told =
      problems && problems !== "missing" ? problems.toldOf(problems.problemsView(accounts, now)) : null;
    const list = listView(accounts, naming);
    return {
      headline: headline(stored, now, told),
      isSnoozed: isAnySnoozed(accounts, now),
      list,
      strip: stripView(list),
      footer: footerText(accounts, now),
    };
  }, [stored, accounts, naming, problems]);
  useLayoutEffect(() => setAccountsNow(accounts), [accounts]);
  const asked = useLinkedProblem();
  useKeptScroll(asked !== null);
  const [isSnoozeEnded, setSnoozeEnded] = useState(false);
  const isEnded = isSnoozeEnded && !view.isSnoozed;
  const [isInDetails, setInDetails] = useState(false);
  const detailsButton = useReturnedFocus<HTMLButtonElement>(isInDetails);
  // WHY [details]: a problem that is asked for is behind them.
  useEffect(() => setInDetails(false), [asked]);
  useEffect(() => {
    if (view.isSnoozed) setSnoozeEnded(false);
  }, [view.isSnoozed]);

  const details = detailsPart.useLoaded(isInDetails);
  if (isInDetails && details && details !== "missing") {
    return <details.Details onClose={() => setInDetails(false)} />;
  }
  return (
    <>
      <main>
        <OutcomeLine />
        <HeadlineBar headline={view.headline} withFocus={isConnected || isEnded} />
        <StripBar strip={view.strip} />
        {view.isSnoozed && (
          <LazyPart
            part={snoozePart}
            draw={({ SnoozedBars }) => (
              <SnoozedBars accounts={accounts} onEnded={() => setSnoozeEnded(true)} />
            )}
          />
        )}
        <LazyPart
          part={accountFixPart}
          isWanted={hasAccountFix(accounts)}
          draw={({ AccountFixes }) => <AccountFixes accounts={accounts} onReplaced={onReplaced} />}
        />
        <LazyPart
          part={problemsPart}
          isWanted={hasProblems || asked !== null}
          draw={({ Problems }) => (
            <Problems
              accounts={accounts}
              asked={asked}
              headline={view.headline.text}
              onReplaced={onReplaced}
            />
          )}
        />
        <CalendarList accounts={view.list} />
        {details === "missing" && <PartMissing />}
      </main>
      <Footer text={view.footer} result={view.headline.text} />
      {/* WHY [after the footer]: whoever walks by the keyboard has "Check now" a few stops from the start. It is drawn above it. */}
      <ListEnd accounts={accounts} detailsButton={detailsButton} onDetails={() => setInDetails(true)} />
    </>
  );
}
