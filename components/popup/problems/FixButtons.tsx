import { ActionButton } from "../acting/ActionButton.tsx";
import { wishOf } from "../acting/acting.ts";
import { elementId } from "../model/asked.ts";
import type { Card } from "../model/problems.ts";
import type { Marking } from "./use-marking.ts";

interface Props {
  card: Card;
  marking: Marking;
}

/** What puts a problem right, or accepts it. Once it is done, the card goes. */
export function FixButtons({ card, marking }: Props) {
  const id = elementId(card);
  return card.fix.buttons.map(({ label, title, message, done }) => (
    <ActionButton
      key={wishOf(message)}
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
