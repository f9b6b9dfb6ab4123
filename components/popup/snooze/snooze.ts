export { SnoozedBar, SnoozeRow } from "./SnoozeRow.tsx";
