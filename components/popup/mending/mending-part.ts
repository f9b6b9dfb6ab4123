export { MendingCard } from "./MendingCard.tsx";
export { MendingSteps } from "./MendingSteps.tsx";
