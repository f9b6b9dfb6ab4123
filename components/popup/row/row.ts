export { ReasonAlert } from "../acting/ReasonAlert.tsx";
export { RowPanel } from "./RowPanel.tsx";
