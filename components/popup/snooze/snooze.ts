export { SnoozedBar } from "./SnoozedBar.tsx";
export { SnoozeRow } from "./SnoozeRow.tsx";
