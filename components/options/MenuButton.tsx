import type { RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { isEscape } from "../common/escape.ts";
import { entryFor } from "./menu-keys.ts";
import "./menu-button.css";

export interface MenuChoice {
  name: string;
  act: () => void;
  /** It takes something away. */
  isDanger?: boolean;
}

interface Props {
  buttonRef: RefObject<HTMLButtonElement | null>;
  /** What the button is called: of what it is the menu. */
  label: string;
  choices: readonly MenuChoice[];
}

/** Three dots that open a menu, by the pointer or by Enter, Space and the arrows; Escape closes it. */
export function MenuButton({ buttonRef, label, choices }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  /** The entry that the menu was opened at; null while it is closed. */
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const isOpen = openedAt !== null;
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];

  useEffect(() => {
    if (openedAt !== null) entries()[openedAt]?.focus();
  }, [openedAt]);

  useEffect(() => {
    if (!isOpen) return;
    const leave = ({ target }: Event) => box.current?.contains(target as Node) || setOpenedAt(null);
    addEventListener("pointerdown", leave);
    return () => removeEventListener("pointerdown", leave);
  }, [isOpen]);

  function close() {
    setOpenedAt(null);
    buttonRef.current?.focus();
  }

  function onButtonKey(event: KeyboardEvent) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setOpenedAt(event.key === "ArrowDown" ? 0 : choices.length - 1);
  }

  function onMenuKey(event: KeyboardEvent) {
    if (event.key === "Tab") return setOpenedAt(null);
    const all = entries();
    const to = entryFor(event.key, all.indexOf(event.target as HTMLElement), all.length);
    if (to === null && !isEscape(event)) return;
    event.preventDefault();
    if (to === null) close();
    else all[to]?.focus();
  }

  return (
    <div ref={box} class="menu-box">
      <button
        ref={buttonRef}
        type="button"
        class="button more"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpenedAt(isOpen ? null : 0)}
        onKeyDown={onButtonKey}
      >
        <svg class="dots" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M3 8v.1M8 8v.1M13 8v.1" />
        </svg>
      </button>
      {isOpen && (
        <div id={id} class="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onMenuKey}>
          {choices.map(({ name, act, isDanger }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={isDanger ? "danger" : undefined}
              onClick={() => {
                close();
                act();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
