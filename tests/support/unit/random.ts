/** Chances that are the same at every run. */
export function chances(seed: number): (probability: number) => boolean {
  let state = seed;
  return (probability) => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 < probability;
  };
}
