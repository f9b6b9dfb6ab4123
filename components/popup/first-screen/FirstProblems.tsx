import { t } from "../../../utils/copy/i18n.ts";
import type { ScreenProblem, ScreenProblems } from "../../../utils/screen/screen-problems.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { Icon } from "../../common/Icon.tsx";
import { WebButton } from "../actions/WebButton.tsx";
import { FoldHead } from "../problems/FoldHead.tsx";
import { Offer } from "../problems/Offer.tsx";
import { LinkButton, OpenButton, ProblemHead } from "../problems/ProblemHead.tsx";
import { Suspected } from "../problems/Suspected.tsx";

/** What is wrong, in the rows that are shown at first. */
export function FirstProblems({
  problems: { rows, more, suspected, notices, expected },
}: {
  problems: ScreenProblems;
}) {
  const worst = rows[0]?.level;
  return (
    <section class="problems" aria-labelledby="problems-heading">
      <h2 id="problems-heading" class="visually-hidden">
        {t("problems.heading")}
      </h2>
      {worst && (
        <div class={`problem-list problem-list-${worst}`}>
          {rows.map((problem, index) => (
            <FirstProblem key={problem.title} problem={problem} isFirst={index === 0} />
          ))}
          {more !== null && (
            <button type="button" class="more-problems" aria-expanded={false}>
              {more}
              <Icon name="chevron" />
            </button>
          )}
        </div>
      )}
      {suspected && <Suspected suspected={suspected} />}
      {notices && (
        <div class="looks" data-leaving>
          <details class="fold fold-notice">
            <FoldHead icon="notice" title={notices.title} />
          </details>
          {notices.isAsked && <FirstOffer />}
        </div>
      )}
      {expected !== null && (
        <details class="fold fold-check">
          <FoldHead icon="check" title={expected} />
        </details>
      )}
    </section>
  );
}

function FirstProblem({
  problem: { level, title, effect, button },
  isFirst,
}: {
  problem: ScreenProblem;
  isFirst: boolean;
}) {
  return (
    <ProblemHead look={level} title={title} effect={effect}>
      {button && <FirstButton button={button} about={title} isFirst={isFirst} />}
    </ProblemHead>
  );
}

interface ButtonProps {
  button: NonNullable<ScreenProblem["button"]>;
  about: string;
  isFirst: boolean;
}

function FirstButton({ button, about, isFirst }: ButtonProps) {
  const { label } = button;
  const look = isFirst ? { look: "main" as const } : {};
  switch (button.does) {
    case "act":
      return (
        <span class="problem-button">
          <BusyButton busy={false} busyText={label} title={button.title} about={about} {...look}>
            {label}
          </BusyButton>
        </span>
      );
    case "connect":
      return (
        <span class="problem-button">
          <WebButton href={button.href} about={about} {...look}>
            {label}
          </WebButton>
        </span>
      );
    case "link":
      return <LinkButton label={label} href={button.href} about={about} isFirst={isFirst} />;
    case "open":
      return <OpenButton label={label} about={about} isFirst={isFirst} />;
  }
}

function FirstOffer() {
  return (
    <Offer>
      <BusyButton busy={false} busyText={null}>
        {t("expected.offerYes")}
      </BusyButton>
      <BusyButton busy={false} busyText={null} look="quiet">
        {t("expected.offerNo")}
      </BusyButton>
    </Offer>
  );
}
