import { useState } from "preact/hooks";
import type { Account } from "../../utils/store/account.ts";
import { plural, t } from "../../utils/words.ts";
import { ReplaceKeyForm } from "../set-up/ReplaceKeyForm.tsx";
import { accountWho } from "../shared/account-name.ts";
import { Icon } from "../shared/Icon.tsx";
import { WebLink } from "../shared/WebLink.tsx";
import type { Card } from "./model/problems.ts";

interface Props {
  card: Card;
  /** Whether it has to be told whose problem it is. */
  withAccount: boolean;
  onReplaced: (account: Account) => void;
}

/** One problem: what is wrong, what it does to bookings, what to do. */
export function ProblemCard({ card, withAccount, onReplaced }: Props) {
  const { account, copy, level, names, more } = card;
  const [replacing, setReplacing] = useState(false);
  const where = [copy.where, withAccount ? accountWho(account) : null].filter(Boolean).join(" · ");
  return (
    <article class={`problem problem-${level}`}>
      <Icon name={level} />
      <div class="problem-text">
        <h3>
          <span class="heard">{t(`level.${level}`)}: </span>
          {copy.what}
        </h3>
        {where !== "" && (
          <p class="muted cut" title={where}>
            {where}
          </p>
        )}
        {names.length > 0 && <Names names={names} more={more} />}
        <p>{copy.consequence}</p>
        <p>{copy.todo}</p>
        {copy.said !== null && <p class="muted small">{t("problems.saidByCal", [copy.said])}</p>}
        <div class="buttons">
          {copy.replaceKey && !replacing && (
            <button type="button" class="button" onClick={() => setReplacing(true)}>
              {t("setUp.replaceKey")}
            </button>
          )}
          {copy.link && <WebLink {...copy.link} />}
        </div>
        {replacing && (
          <ReplaceKeyForm account={account} onReplaced={onReplaced} onCancel={() => setReplacing(false)} />
        )}
      </div>
    </article>
  );
}

function Names({ names, more }: { names: string[]; more: number }) {
  return (
    <p class="muted names">
      {names.map((name) => (
        <span class="cut" title={name}>
          {name}
        </span>
      ))}
      {more > 0 && <span>{plural("problems.andMore", more)}</span>}
    </p>
  );
}
