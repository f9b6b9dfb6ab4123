import { useState } from "preact/hooks";
import { accountWho } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { keyOf } from "../../../utils/core/actions/request.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Card, Fix, FixButton } from "../../../utils/screen/problems/fix.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { LazyPart } from "../../common/lazy.tsx";
import { WebLink } from "../../common/WebLink.tsx";
import { formsPart } from "../../set-up/forms-part.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import { BookingsMeanwhile } from "../bookings/BookingsMeanwhile.tsx";
import { LazySteps } from "../mending/LazySteps.tsx";
import { QuietButtons } from "../quiet/QuietButtons.tsx";
import { AdministratorText } from "./AdministratorText.tsx";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { EventTypeLinks } from "./EventTypeLinks.tsx";
import { elementId } from "./find-linked.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  card: Card;
  /** Whether it has to be told whose problem it is. */
  withAccount: boolean;
  marking: Acknowledging;
  onReplaced: (account: Account) => void;
  /** What the row has a button for: it is not offered twice. */
  shown: FixButton | null;
  /** It was opened to replace the key. */
  isReplacingKey: boolean;
}

/** What a problem's row opens for: why, what Cal.com says, what to do in words, and all other choices. */
export function ProblemRest({ card, withAccount, marking, onReplaced, shown, isReplacingKey }: Props) {
  const { account, copy, fix, level, links } = card;
  const [replacing, setReplacing] = useState(isReplacingKey && copy.replaceKey);
  const opener = useReturnedFocus<HTMLButtonElement>(replacing);
  const places = [copy.where, withAccount ? accountWho(account) : null].filter((place) => place !== null);
  const id = elementId(card);
  return (
    <>
      {places.map((place) => (
        <p key={place} class="muted cut" title={place}>
          {place}
        </p>
      ))}
      {links.length > 0 && <EventTypeLinks links={links} more={card.findings.length - links.length} />}
      <p>{copy.consequence}</p>
      {copy.todo !== "" && <p>{copy.todo}</p>}
      {copy.said !== null && <p class="muted small">{t("problems.saidByCal", [copy.said])}</p>}
      {fix.mending === null && <Reconnecting sentence={fix.reconnecting} />}
      {fix.mending !== null && (
        <LazySteps mending={fix.mending} place={id} describedBy={`${id}-what`} marking={marking} />
      )}
      {fix.administratorText !== null && <AdministratorText text={fix.administratorText} />}
      {fix.choices.length > 0 && <DestinationChoice card={card} marking={marking} />}
      {!replacing && (
        <div class="buttons">
          {copy.replaceKey && (
            <button ref={opener} type="button" class="button" onClick={() => setReplacing(true)}>
              {t("setUp.replaceKey")}
            </button>
          )}
          <FixButtons card={card} marking={marking} shown={shown} />
          {copy.link && !fix.replacesLink && (
            <WebLink {...copy.link} look={level === "notice" || hasFix(fix) ? "link" : "button"} />
          )}
          <QuietButtons markable={card} marking={marking} describedBy={`${id}-what`} about={copy.what} />
        </div>
      )}
      {card.meanwhile && <BookingsMeanwhile {...card.meanwhile} />}
      {replacing && (
        <LazyPart
          part={formsPart}
          draw={({ ReplaceKeyForm }) => (
            <ReplaceKeyForm account={account} onReplaced={onReplaced} onCancel={() => setReplacing(false)} />
          )}
        />
      )}
    </>
  );
}

/** With something to do about it right here, the link is the other way. */
function hasFix({ buttons, choices, administratorText }: Fix): boolean {
  return buttons.length + choices.length > 0 || administratorText !== null;
}

/** What became of making a connection anew. It is there before it has something to say, so that it is heard. */
function Reconnecting({ sentence }: { sentence: string | null }) {
  return (
    <p role="status" class={sentence === null ? "visually-hidden" : "reconnecting"}>
      {sentence}
    </p>
  );
}

/** What puts a problem right, or accepts it, besides what the row has. Once it is done, the row goes. */
function FixButtons({ card, marking, shown }: Pick<Props, "card" | "marking" | "shown">) {
  const id = elementId(card);
  return card.fix.buttons
    .filter((button) => button !== shown)
    .map(({ label, title, message, done, also }) => (
      <ActionButton
        key={keyOf(message)}
        message={message}
        done={done}
        place={id}
        title={title}
        also={also}
        describedBy={`${id}-what`}
        about={card.copy.what}
        onBegin={marking.begin}
      >
        {label}
      </ActionButton>
    ));
}
