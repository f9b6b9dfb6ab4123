import "./seldom.css";

export { RecoveredLines } from "./headline/RecoveredLines.tsx";
export { AccountFix } from "./problems/AccountFix.tsx";
