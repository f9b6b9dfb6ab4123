export { FilterField } from "./calendars/FilterField.tsx";
export { filtered, searchable } from "./calendars/filter.ts";
