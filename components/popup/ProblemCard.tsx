import { useState } from "preact/hooks";
import type { Account } from "../../utils/store/account.ts";
import { accountWho } from "../../utils/telling/account-name.ts";
import { t } from "../../utils/words.ts";
import { Icon } from "../common/Icon.tsx";
import { useReturnedFocus } from "../common/use-returned-focus.ts";
import { WebLink } from "../common/WebLink.tsx";
import { LaterReplaceKeyForm } from "./later-forms.tsx";
import type { Card } from "./model/problems.ts";

interface Props {
  card: Card;
  /** Whether it has to be told whose problem it is. */
  withAccount: boolean;
  /** What stands above all problems: a card that says the same does not show it again. */
  headline: string;
  onReplaced: (account: Account) => void;
}

/** One problem: what is wrong, what it does to bookings, what to do. */
export function ProblemCard({ card, withAccount, headline, onReplaced }: Props) {
  const { account, copy, level, names } = card;
  const [replacing, setReplacing] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(replacing);
  const where = [copy.where, withAccount ? accountWho(account) : null].filter(Boolean).join(" · ");
  return (
    <article class={`problem problem-${level}`}>
      <Icon name={level} />
      <div class="problem-text">
        <h3 class={copy.what === headline ? "heard" : ""} title={copy.what}>
          <span class="heard">{t(`level.${level}`)}: </span>
          {copy.what}
        </h3>
        {where !== "" && (
          <p class="muted cut" title={where}>
            {where}
          </p>
        )}
        {names !== null && <p class="muted">{names}</p>}
        <p>{copy.consequence}</p>
        <p>{copy.todo}</p>
        {copy.said !== null && <p class="muted small">{t("problems.saidByCal", [copy.said])}</p>}
        <div class="buttons">
          {copy.replaceKey && !replacing && (
            <button ref={opener} type="button" class="button" onClick={() => setReplacing(true)}>
              {t("setUp.replaceKey")}
            </button>
          )}
          {copy.link && !replacing && (
            <WebLink {...copy.link} look={level === "notice" ? "link" : "button"} />
          )}
        </div>
        {replacing && (
          <LaterReplaceKeyForm
            account={account}
            onReplaced={onReplaced}
            onCancel={() => setReplacing(false)}
          />
        )}
      </div>
    </article>
  );
}
