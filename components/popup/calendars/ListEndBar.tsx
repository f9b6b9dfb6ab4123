import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";

/** What is seldom wanted, below all calendars. */
export function ListEndBar({ children }: { children: ComponentChildren }) {
  return (
    <aside class="list-end" aria-label={t("list.end")}>
      {children}
    </aside>
  );
}
