import { useMemo } from "preact/hooks";
import type { Stored } from "../../utils/pages/stored.ts";
import type { Account } from "../../utils/store/account.ts";
import { AccountFix } from "./AccountFix.tsx";
import { CalendarList } from "./CalendarList.tsx";
import { Footer } from "./Footer.tsx";
import { HeadlineBar } from "./HeadlineBar.tsx";
import { footerText } from "./model/footer.ts";
import { headline } from "./model/headline.ts";
import { listView } from "./model/list.ts";
import { problemsView } from "./model/problems.ts";
import { Problems } from "./Problems.tsx";
import { useScrolls } from "./use-scrolls.ts";

interface Props {
  stored: Stored;
  /** It was connected just now: the answer is what to go on from. */
  isConnected: boolean;
  onReplaced: (account: Account) => void;
}

/** The popup with an account: the answer, what is wrong, and every calendar. */
export function Overview({ stored, isConnected, onReplaced }: Props) {
  const { accounts } = stored;
  const view = useMemo(() => {
    const now = Date.now();
    return {
      headline: headline(stored, now),
      problems: problemsView(accounts, now),
      list: listView(accounts),
      footer: footerText(accounts, now),
    };
  }, [stored, accounts]);

  const [main, scrolls] = useScrolls<HTMLElement>(view);

  return (
    <>
      <main ref={main} {...(scrolls && { tabIndex: 0 })}>
        <HeadlineBar headline={view.headline} withFocus={isConnected} />
        {accounts.map((each) => (
          <AccountFix key={each.account.id} stored={each} onReplaced={onReplaced} />
        ))}
        <Problems
          view={view.problems}
          headline={view.headline.text}
          withAccount={accounts.length > 1}
          onReplaced={onReplaced}
        />
        <CalendarList accounts={view.list} />
      </main>
      <Footer text={view.footer} result={view.headline.text} />
    </>
  );
}
