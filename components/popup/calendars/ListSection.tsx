import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";

/** From how many calendars on those that are off the screen are left to the browser to skip. */
const LONG_FROM = 100;

/** The part of the popup that all calendars stand in. @param total how many there are */
export function ListSection({ total, children }: { total: number; children: ComponentChildren }) {
  return (
    <section id="list" class={total >= LONG_FROM ? "list long" : "list"} aria-labelledby="list-heading">
      <h2 id="list-heading" class="visually-hidden">
        {t("list.heading")}
      </h2>
      {children}
    </section>
  );
}
