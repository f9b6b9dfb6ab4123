import type { ComponentProps } from "preact";
import type { RowNote } from "./calendars/RowNote.tsx";
import type { RowPanel } from "./calendars/RowPanel.tsx";
import { later } from "./later.ts";

const rowPart = later(() => import("./calendars/row.ts"));

export function LaterRowPanel(props: ComponentProps<typeof RowPanel>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.RowPanel {...props} />;
}

export function LaterRowNote(props: ComponentProps<typeof RowNote>) {
  const loaded = rowPart.useLoaded();
  return loaded && <loaded.RowNote {...props} />;
}
