import { useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { subjectKey } from "../../../utils/core/model/subject.ts";
import type { Choice } from "../../../utils/screen/problems/destination-choices.ts";
import type { Card } from "../../../utils/screen/problems/fix.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import { elementId } from "./find-linked.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  card: Card;
  marking: Acknowledging;
}

/** Adds bookings to another calendar: a button for the only one that there is, else a choice. */
export function DestinationChoice({ card, marking }: Props) {
  const { choices } = card.fix;
  const [chosen, choose] = useState("");
  const id = elementId(card);
  const [only] = choices;
  const isOnly = choices.length === 1;
  // By what it is, since another answer may move it.
  const at = choices.findIndex(({ calendar }) => subjectKey(calendar) === chosen);
  const choice = isOnly ? only : choices[at];
  return (
    <div class="destination-choice">
      {!isOnly && (
        <select
          class="input"
          aria-label={t("action.addBookingsTo")}
          value={at}
          onChange={({ currentTarget }) => {
            const next = choices[Number(currentTarget.value)];
            choose(next ? subjectKey(next.calendar) : "");
          }}
        >
          <option value={-1}>{t("action.addBookingsTo")} …</option>
          {choices.map(({ calendar, name }, index) => (
            <option key={subjectKey(calendar)} value={index}>
              {name}
            </option>
          ))}
        </select>
      )}
      {choice && (
        <ActionButton
          message={messageOf(card, choice)}
          done={t("action.destinationSet", [choice.name])}
          place={id}
          describedBy={`${id}-what`}
          onBegin={marking.begin}
        >
          {isOnly ? t("action.addBookingsToNamed", [choice.name]) : t("action.addBookings")}
        </ActionButton>
      )}
    </div>
  );
}

function messageOf({ account }: Card, { calendar }: Choice) {
  return { type: "set-destination", accountId: account.id, calendar } as const;
}
