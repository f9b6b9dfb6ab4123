/** Which picture stands beside the headline. */
export type Mood = "ok" | "error" | "warning" | "notice" | "unknown" | "waiting";

export interface Headline {
  mood: Mood;
  text: string;
  /** One more line of context; null where the headline says it all. */
  sub: string | null;
}
