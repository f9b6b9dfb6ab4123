import "./seldom.css";

export { AccountFix } from "./AccountFix.tsx";
export { RecoveredLines } from "./RecoveredLines.tsx";
