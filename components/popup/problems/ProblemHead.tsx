import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import type { Level } from "../../../utils/core/model/finding.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  /** Of its element; none before anything leads there. */
  id?: string;
  /** `mending`: works again, but not everything is as it was. */
  look: Level | "mending";
  title: string;
  effect: string | null;
  isOpen?: boolean;
  onLines?: () => void;
  /** Its button, and what it opens for. */
  children: ComponentChildren;
}

/** One problem in two lines. */
export function ProblemHead({ id, look, title, effect, isOpen = false, onLines, children }: Props) {
  const titleId = id === undefined ? undefined : `${id}-what`;
  return (
    <article
      id={id}
      class={`problem problem-${look}${isOpen ? " problem-open" : ""}`}
      aria-labelledby={titleId}
      data-leaving
    >
      <Icon name={look === "mending" ? "again" : look} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the keyboard there is the button in it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div class="problem-lines" onClick={onLines}>
        <h3>
          <button type="button" class="problem-opener" aria-expanded={isOpen} title={title}>
            {look !== "mending" && <span class="visually-hidden">{t(`level.${look}`)}: </span>}
            <span id={titleId}>{title}</span>
            <Icon name="chevron" />
          </button>
        </h3>
        {effect !== null && (
          <p class="muted small" title={effect}>
            {effect}
          </p>
        )}
      </div>
      {children}
    </article>
  );
}

interface OpenButtonProps {
  label: string;
  about: string;
  isFirst: boolean;
  onOpen?: () => void;
}

/** Opens the row, where there is more to choose or to read first. */
export function OpenButton({ label, about, isFirst, onOpen }: OpenButtonProps) {
  return (
    <button
      type="button"
      class={isFirst ? "button main" : "button"}
      aria-label={t("list.about", [label, about])}
      onClick={onOpen}
    >
      {label}
    </button>
  );
}

interface LinkButtonProps {
  label: string;
  href: string;
  about: string;
  isFirst: boolean;
}

/** Leads into the web app, and nothing else. */
export function LinkButton({ label, href, about, isFirst }: LinkButtonProps) {
  return (
    <a class={isFirst ? "button main" : "button"} href={href} target="_blank" rel="noopener noreferrer">
      {label}
      <span class="visually-hidden">
        , {about} ({t("link.newTab")})
      </span>
    </a>
  );
}
