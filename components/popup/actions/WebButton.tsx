import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import { Icon } from "../../common/Icon.tsx";

interface Props {
  /** Where the worker leads when it is asked. */
  href: string;
  look?: "main" | undefined;
  /** Id of what tells which one is meant, where several links are called the same. */
  describedBy?: string;
  /** What it is about, said after its own words. */
  about?: string | undefined;
  onClick?: (event: MouseEvent & { currentTarget: HTMLElement }) => void;
  children: ComponentChildren;
}

/** A link into the web app that looks like a button. */
export function WebButton({ href, look, describedBy, about, onClick, children }: Props) {
  return (
    <a
      class={look ? `button web-button ${look}` : "button web-button"}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      aria-describedby={about === undefined ? describedBy : undefined}
      onClick={onClick}
    >
      {children}
      <Icon name="away" />
      <span class="visually-hidden">
        {about !== undefined && `, ${about}`} ({t("link.newTab")})
      </span>
    </a>
  );
}
