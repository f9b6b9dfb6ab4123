/** What is told of problems below the headline. */
export interface Told {
  /** How many rows there are, each a problem with what rests on it. */
  problems: number;
  /** What is wrong, where that is one alone. */
  only: string | null;
}
