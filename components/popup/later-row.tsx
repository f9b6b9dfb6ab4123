import type { ComponentProps } from "preact";
import type { ReasonAlert } from "./acting/ReasonAlert.tsx";
import { later } from "./later.ts";
import type { RowPanel } from "./row/RowPanel.tsx";

const rowPart = later(() => import("./row/row.ts"));

export function LaterRowPanel(props: ComponentProps<typeof RowPanel>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.RowPanel {...props} />;
}

export function LaterReasonAlert(props: ComponentProps<typeof ReasonAlert>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.ReasonAlert {...props} />;
}
