/** `next` is the one to do now. */
export type StepState = "done" | "next" | "later";
