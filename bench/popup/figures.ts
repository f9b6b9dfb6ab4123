/** The value below which that share of all lies; NaN of none. @param share 0.5 for the median */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * How many times as much ours takes: the median of the ratios within each pair, since what was measured side by side had the same
 * machine.
 */
export function ratio(ours: readonly number[], floor: readonly number[]): number {
  return median(ours.map((value, pair) => value / (floor[pair] ?? Number.NaN)));
}
