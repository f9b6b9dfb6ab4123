import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import type { ScreenRow } from "../../../utils/screen/screen-list.ts";

interface Props {
  row: ScreenRow;
  /** Of its name. No id is made of a calendar's own, which may be a secret address. */
  nameId: string;
  isOpen?: boolean;
  /** What it is to be, and is not known to be yet; null when nothing is asked for. */
  wanted: boolean | null;
  onLine?: (event: MouseEvent) => void;
  onMore?: () => void;
  onSwitch?: () => void;
  children?: ComponentChildren;
}

/** One calendar as a line, of as few elements as it can do with: there may be thousands. */
export function CalendarLine({
  row: { name, label, flags, isSelected, isAlong, lastKnown },
  nameId,
  isOpen = false,
  wanted,
  onLine,
  onMore,
  onSwitch,
  children,
}: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for the keyboard there is the button at its begin
    <li class={lastKnown ? "calendar last-known" : "calendar"} onClick={onLine}>
      <button
        type="button"
        class="more"
        tabIndex={-1}
        aria-expanded={isOpen}
        aria-label={t("list.more", [name])}
        onClick={onMore}
      />
      <span class="calendar-text">
        <span id={nameId} class="calendar-name cut" title={name}>
          {label}
        </span>
        {flags.length > 0 && (
          <span class="flags">
            {flags.map(({ kind, word }) => (
              <span key={kind} class={`flag flag-${kind}`}>
                {word}
              </span>
            ))}
          </span>
        )}
      </span>
      {!lastKnown && (
        <button
          type="button"
          class="switch"
          tabIndex={-1}
          role="switch"
          aria-checked={wanted ?? isSelected}
          aria-busy={wanted !== null}
          aria-disabled={wanted !== null || isAlong}
          aria-label={t("list.about", [t("action.select"), name])}
          title={t(isAlong ? "list.allFeeds" : "action.select")}
          onClick={onSwitch}
        />
      )}
      {children}
    </li>
  );
}
