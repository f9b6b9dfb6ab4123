import { problemRef } from "../../../utils/telling/problem-ref.ts";
import type { Markable, ProblemsView } from "./problems.ts";

/** Where a problem is that the popup was opened for. */
export type Found = { place: "shown"; markable: Markable } | { place: "expected" };

/** Finds what stands for a finding, by its ref; null when it is no longer the case. A group stands for each of its findings. */
export function findAsked({ cards, looks, suspected, expected }: ProblemsView, ref: string): Found | null {
  const shown: Markable[] = [...cards, ...(looks?.cards ?? []), ...suspected];
  const markable = shown.find(({ account, findings }) =>
    findings.some((finding) => problemRef(account.id, finding) === ref),
  );
  if (markable) return { place: "shown", markable };
  const isExpected = expected.some(({ context, findings }) =>
    findings.some((finding) => problemRef(context.account.id, finding) === ref),
  );
  return isExpected ? { place: "expected" } : null;
}

/** The id of its element on the page. */
export function elementId({ account, findings: [finding] }: Markable): string {
  return `problem-${problemRef(account.id, finding)}`;
}
