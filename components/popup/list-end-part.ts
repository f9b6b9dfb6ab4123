export { RowFocus } from "./calendars/RowFocus.tsx";
export { TestAll } from "./testing/TestAll.tsx";
