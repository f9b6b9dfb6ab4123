export { FilterField, filtered, searchable } from "./calendars/FilterField.tsx";
