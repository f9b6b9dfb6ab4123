import type { AccountState } from "../../../utils/core/model/account-state.ts";
import { type FindingRef, identity } from "../../../utils/core/model/finding.ts";

/** What a mark as expected says besides. */
export interface Terms {
  /** When it ends by itself, in ms since the epoch; null when it does not. */
  until: number | null;
  note: string | null;
}

/** The terms that some marked findings have in common; null where they have none, or not the same. */
export function marksOf({ findings }: AccountState): (refs: readonly FindingRef[]) => Terms | null {
  const terms = new Map(
    findings
      .filter(({ acknowledgedUntil, note }) => acknowledgedUntil !== null || note !== null)
      .map((one) => [identity(one), { until: one.acknowledgedUntil, note: one.note }] as const),
  );
  return (refs) => {
    if (terms.size === 0) return null;
    const [first, ...others] = refs.map((ref) => terms.get(identity(ref)));
    const isSame = others.every((one) => one?.until === first?.until && one?.note === first?.note);
    return (isSame && first) || null;
  };
}
