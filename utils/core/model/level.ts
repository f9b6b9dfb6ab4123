export const LEVELS = ["error", "warning", "notice"] as const;
/** `error`: bookings go wrong or nothing is checked; `warning`: likely to; `notice`: worth a look, often intended. */
export type Level = (typeof LEVELS)[number];
