import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "../common/Icon.tsx";

/** Something to look at when one wants to: one line until it is opened. */
export function Fold({
  icon,
  title,
  children,
}: {
  icon: IconName;
  title: string;
  children: ComponentChildren;
}) {
  return (
    <details class={`fold fold-${icon}`}>
      <summary>
        <Icon name={icon} />
        <span>{title}</span>
        <Icon name="chevron" />
      </summary>
      <div class="fold-content">{children}</div>
    </details>
  );
}
