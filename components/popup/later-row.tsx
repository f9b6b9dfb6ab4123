import type { ComponentProps } from "preact";
import { later } from "./later.ts";
import type { RowNote } from "./row/RowNote.tsx";
import type { RowPanel } from "./row/RowPanel.tsx";

const rowPart = later(() => import("./row/row.ts"));

export function LaterRowPanel(props: ComponentProps<typeof RowPanel>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.RowPanel {...props} />;
}

export function LaterRowNote(props: ComponentProps<typeof RowNote>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.RowNote {...props} />;
}
