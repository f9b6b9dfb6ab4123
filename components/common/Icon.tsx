import { t } from "../../utils/copy/i18n.ts";

/** Drawn on a grid of 16, stroked in the colour of the text around them. */
const SHAPES = {
  error: "M5.5 1.75h5l3.75 3.75v5l-3.75 3.75h-5L1.75 10.5v-5zM8 4.75v4M8 11.2v.05",
  warning: "M8 2 14.5 13.5h-13zM8 6.25v3.5M8 11.7v.05",
  notice: "M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M8 7.5v3.75M8 4.8v.05",
  check: "m3 8.5 3.25 3.25L13 5",
  unchecked: "M8 3.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5",
  cross: "M4 4l8 8M12 4l-8 8",
  gone: "M4 8h8",
  history: "M3.5 13V9.5M8 13V3M12.5 13V6.5",
  again: "M13.25 8a5.25 5.25 0 1 1-1.6-3.75M13.5 1.75v3h-3",
  destination: "M8 1.75v7.5M5 6.5l3 3 3-3M2.25 10v3.25h11.5V10",
  off: "M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M3.7 3.7l8.6 8.6",
  lock: "M3.25 7.25h9.5v6.5h-9.5zM5.25 7.25V5a2.75 2.75 0 0 1 5.5 0v2.25",
  past: "M2.75 8a5.25 5.25 0 1 0 1.6-3.75M2.5 1.75v3h3M8 5v3.25l2 1.25",
  broken:
    "M6.5 4.25 8 2.75a3.1 3.1 0 0 1 4.5 4.5L11 8.75M9.5 11.75 8 13.25a3.1 3.1 0 0 1-4.5-4.5L5 7.25M3 2.5l10.5 11",
  away: "M9.5 2.25h4.25V6.5M13.5 2.5l-6 6M11.5 9.5v4h-9v-9h4",
  chevron: "m6 3.5 4.5 4.5L6 12.5",
  settings:
    "M6.49 3.23 6.92 1.49h2.16l.43 1.74.79.33 1.54-.93 1.53 1.53-.93 1.54.33.79 1.74.43v2.16l-1.74.43-.33.79.93 1.54-1.53 1.53-1.54-.93-.79.33-.43 1.74H6.92l-.43-1.74-.79-.33-1.54.93-1.53-1.53.93-1.54-.33-.79-1.74-.43V6.92l1.74-.43.33-.79-.93-1.54 1.53-1.53 1.54.93zM8 6.1a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8",
  snooze: "M4.25 11V7a3.75 3.75 0 0 1 7.5 0v4M2.75 11.25h10.5M6.75 13.75h2.5M2.5 2.25l11 11.5",
  search: "M7 2.25a4.75 4.75 0 1 1 0 9.5 4.75 4.75 0 0 1 0-9.5m3.5 8.25 3.5 3.5",
} as const;

export type IconName = keyof typeof SHAPES;

/** A small picture beside words that say the same: screen readers pass over it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}

/** Says of a control that an administrator has set it; the control is described by it. */
export function LockedNote({ id }: { id: string }) {
  return (
    <p id={id} class="locked small">
      <Icon name="lock" />
      {t("options.locked")}
    </p>
  );
}
