export { RowNote } from "./RowNote.tsx";
export { RowPanel } from "./RowPanel.tsx";
