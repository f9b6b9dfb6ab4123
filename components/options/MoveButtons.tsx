import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";
import { Icon } from "../shared/Icon.tsx";

interface Props {
  index: number;
  count: number;
  onMove: (by: -1 | 1) => void;
}

/** Two arrows that move an account within the list. */
export function MoveButtons({ index, count, onMove }: Props) {
  const pressed = useRef<{ button: HTMLButtonElement; at: number } | null>(null);
  // Moving an element takes the focus away from it: who pressed the button goes on from there.
  useLayoutEffect(() => {
    if (pressed.current === null || pressed.current.at === index) return;
    pressed.current.button.focus();
    pressed.current = null;
  }, [index]);

  const arrow = (by: -1 | 1, isAtEnd: boolean) => (
    <button
      type="button"
      class={`button move ${by < 0 ? "up" : "down"}`}
      aria-label={t(by < 0 ? "options.moveUp" : "options.moveDown")}
      title={t(by < 0 ? "options.moveUp" : "options.moveDown")}
      aria-disabled={isAtEnd}
      onClick={(event) => {
        if (isAtEnd) return;
        pressed.current = { button: event.currentTarget, at: index };
        onMove(by);
      }}
    >
      <Icon name="chevron" />
    </button>
  );
  return (
    <div class="moves">
      {arrow(-1, index === 0)}
      {arrow(1, index === count - 1)}
    </div>
  );
}
