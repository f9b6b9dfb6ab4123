export { RowNote, RowPanel } from "./RowPanel.tsx";
