export { FilterField } from "./FilterField.tsx";
export { filtered, searchable } from "./model/filter.ts";
