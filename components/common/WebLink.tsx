import type { ComponentChildren } from "preact";
import { t } from "../../utils/copy/i18n.ts";
import { Icon } from "./Icon.tsx";

const CLASSES = { button: "button web-button", main: "button web-button main", link: "web-link" } as const;

/** A link out of the extension, into a tab of its own. */
export function WebLink({
  href,
  label,
  look = "link",
}: {
  href: string;
  label: ComponentChildren;
  look?: "button" | "main" | "link";
}) {
  return (
    <a class={CLASSES[look]} href={href} target="_blank" rel="noopener noreferrer">
      {label}
      <Icon name="away" />
      <span class="visually-hidden"> ({t("link.newTab")})</span>
    </a>
  );
}
