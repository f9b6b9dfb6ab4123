export { TestAll } from "./reading/TestAll.tsx";
export { RowFocus } from "./row/RowFocus.tsx";
