import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";

interface Props {
  /** Of its question. */
  id?: string;
  /** Its answers. */
  children: ComponentChildren;
}

/** Asks whether what the first check found is meant so. */
export function Offer({ id, children }: Props) {
  return (
    <div class="offer" data-leaving>
      <p id={id} class="muted small">
        {t("expected.offer")}
      </p>
      <div class="buttons">{children}</div>
    </div>
  );
}
