import { t } from "../../../utils/copy/i18n.ts";
import type { Chip, ChipState, Strip } from "../../../utils/screen/strip/strip.ts";
import { AppGlyph } from "../../common/AppGlyph.tsx";
import { Icon, type IconName } from "../../common/Icon.tsx";
import { inWholeList } from "../calendars/whole-list.ts";

const MARKS: Record<ChipState, IconName> = {
  healthy: "check",
  attention: "warning",
  broken: "cross",
  missing: "gone",
  checking: "again",
  stale: "unchecked",
};

/** How each connection is, at a glance; a chip leads to its calendars. */
export function StripBar({ strip: { chips, more, isRoomy, isWaiting } }: { strip: Strip }) {
  if (isWaiting) return <Placeholders />;
  if (chips.length === 0) return null;
  // Of all of them the headline says it.
  const isWorded = chips.length <= 3 && !chips.every(({ state }) => state === "stale");
  return (
    <nav class="strip" aria-label={t("strip.heading")} data-roving="row">
      {chips.map((chip, index) => (
        <ChipLink key={chip.anchor} chip={chip} isFirst={index === 0} isNamed={isRoomy} isWorded={isWorded} />
      ))}
      {more > 0 && (
        <button
          type="button"
          class="chip"
          tabIndex={-1}
          title={t("strip.more", [more])}
          aria-label={t("strip.more", [more])}
          onClick={() => goTo("list")}
        >
          +{more}
        </button>
      )}
    </nav>
  );
}

/** In the place of what is about to come, so that the page does not jump. */
function Placeholders() {
  return (
    <div class="strip strip-waiting" aria-hidden="true">
      <span class="chip" />
      <span class="chip" />
      <span class="chip" />
    </div>
  );
}

interface Props {
  chip: Chip;
  isFirst: boolean;
  isNamed: boolean;
  isWorded: boolean;
}

function ChipLink({ chip: { anchor, type, app, state, word, label }, isFirst, isNamed, isWorded }: Props) {
  return (
    <button
      type="button"
      class={`chip chip-${state}`}
      tabIndex={isFirst ? 0 : -1}
      title={label}
      aria-label={label}
      onClick={() => goTo(anchor)}
    >
      <AppGlyph type={type} />
      {isNamed && <span class="chip-app">{app}</span>}
      <Icon name={MARKS[state]} />
      {isWorded && state !== "healthy" && <span class="chip-word">{word}</span>}
    </button>
  );
}

function goTo(id: string): void {
  inWholeList(
    () => document.getElementById(id),
    (section) => {
      section.scrollIntoView({ block: "start" });
      section.querySelector<HTMLElement>("[tabindex]")?.focus({ preventScroll: true });
    },
  );
}
