import { useState } from "preact/hooks";
import { accountWho } from "../../../utils/copy/account-name.ts";
import { t } from "../../../utils/copy/i18n.ts";
import { keyOf } from "../../../utils/core/actions/request.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { Icon } from "../../common/Icon.tsx";
import { LazyPart } from "../../common/lazy.tsx";
import { WebLink } from "../../common/WebLink.tsx";
import { formsPart } from "../../set-up/forms-part.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import { BookingsMeanwhile } from "../bookings/BookingsMeanwhile.tsx";
import type { StepProps } from "../mending/step-props.ts";
import { mendingPart } from "../mending/steps-part.ts";
import { QuietButtons } from "../quiet/QuietButtons.tsx";
import { AdministratorText } from "./AdministratorText.tsx";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { EventTypeLinks } from "./EventTypeLinks.tsx";
import { elementId } from "./find-linked.ts";
import type { Card, Fix, MendingContext } from "./fix.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

/** What all cards of a popup have alike. */
export interface CardProps {
  /** Whether it has to be told whose problem it is. */
  withAccount: boolean;
  /** What stands above all problems: a card that says the same does not show it again. */
  headline: string;
  marking: Acknowledging;
  onReplaced: (account: Account) => void;
}

/** One problem: what is wrong, what it does to bookings, what to do. */
export function ProblemCard({
  card,
  withAccount,
  headline,
  marking,
  onReplaced,
}: CardProps & { card: Card }) {
  const { account, copy, fix, level, names, links } = card;
  const [replacing, setReplacing] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(replacing);
  const places = [copy.where, withAccount ? accountWho(account) : null].filter((place) => place !== null);
  const id = elementId(card);
  return (
    <article id={id} class={`problem problem-${level}`} data-leaving>
      <Icon name={level} />
      <div class="problem-text">
        <h3
          id={`${id}-what`}
          tabIndex={-1}
          class={copy.what === headline ? "visually-hidden" : ""}
          title={copy.what}
        >
          <span class="visually-hidden">{t(`level.${level}`)}: </span>
          {copy.what}
        </h3>
        {places.map((place) => (
          <p key={place} class="muted cut" title={place}>
            {place}
          </p>
        ))}
        {names !== null && links.length === 0 && <p class="muted">{names}</p>}
        {links.length > 0 && <EventTypeLinks links={links} more={card.findings.length - links.length} />}
        <p>{copy.consequence}</p>
        {copy.todo !== "" && <p>{copy.todo}</p>}
        {copy.said !== null && <p class="muted small">{t("problems.saidByCal", [copy.said])}</p>}
        {fix.mending === null && <Reconnecting sentence={fix.reconnecting} />}
        {fix.mending !== null && (
          <Steps mending={fix.mending} place={id} describedBy={`${id}-what`} marking={marking} />
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
            <FixButtons card={card} marking={marking} />
            {copy.link && !fix.replacesLink && (
              <WebLink {...copy.link} look={level === "notice" || hasFix(fix) ? "link" : "button"} />
            )}
            <QuietButtons markable={card} marking={marking} describedBy={`${id}-what`} />
          </div>
        )}
        {card.meanwhile && <BookingsMeanwhile {...card.meanwhile} />}
        {replacing && (
          <LazyPart
            part={formsPart}
            draw={({ ReplaceKeyForm }) => (
              <ReplaceKeyForm
                account={account}
                onReplaced={onReplaced}
                onCancel={() => setReplacing(false)}
              />
            )}
          />
        )}
      </div>
    </article>
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

/** The steps to have everything as it was. */
function Steps({ mending, ...ofStep }: StepProps & { mending: MendingContext }) {
  return (
    <LazyPart
      part={mendingPart}
      draw={({ MendingSteps }) => <MendingSteps mending={mending} {...ofStep} />}
    />
  );
}

interface Props {
  card: Card;
  marking: Acknowledging;
}

/** What puts a problem right, or accepts it. Once it is done, the card goes. */
function FixButtons({ card, marking }: Props) {
  const id = elementId(card);
  return card.fix.buttons.map(({ label, title, message, done, also }) => (
    <ActionButton
      key={keyOf(message)}
      message={message}
      done={done}
      place={id}
      title={title}
      also={also}
      describedBy={`${id}-what`}
      onBegin={marking.begin}
    >
      {label}
    </ActionButton>
  ));
}
