import { keyOf } from "../../../utils/core/actions/request.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import type { Card } from "./card.ts";
import { elementId } from "./find-linked.ts";
import type { Acknowledging } from "./use-acknowledging.ts";

interface Props {
  card: Card;
  marking: Acknowledging;
}

/** What puts a problem right, or accepts it. Once it is done, the card goes. */
export function FixButtons({ card, marking }: Props) {
  const id = elementId(card);
  return card.fix.buttons.map(({ label, title, message, done }) => (
    <ActionButton
      key={keyOf(message)}
      message={message}
      done={done}
      place={id}
      title={title}
      describedBy={`${id}-what`}
      onBegin={marking.begin}
    >
      {label}
    </ActionButton>
  ));
}
