import { homeOf, isUnderWay } from "../../core/mending/find.ts";
import { type Finding, identity } from "../../core/model/finding.ts";
import type { Mending } from "../../core/model/mending.ts";
import { connectionKey, connectionSubject } from "../../core/model/subject.ts";
import type { FixContext, MendingContext } from "./fix.ts";

/** Those whose connection works again, or another in its place, while not everything is as it was: no other card tells of them. */
export function ownMendings(context: FixContext): MendingContext[] {
  const { state } = context;
  const mendings = context.mendings.filter(isUnderWay);
  // One that broke while it stood for another is put back with that.
  const standing = new Set(mendings.flatMap(({ successor }) => (successor ? connectionKey(successor) : [])));
  return mendings
    .filter((one) => homeOf(state, one) !== null && !isToldOf(state.findings, one))
    .filter((one) => !standing.has(connectionKey(one)))
    .map((one) => ({ context, connection: connectionSubject(one) }));
}

/** Whether its break is a problem that is shown, looked at again, or marked as expected. */
function isToldOf(
  findings: readonly (Pick<Finding, "kind" | "subject"> & { endedCounted: number | null })[],
  mending: Mending,
): boolean {
  const subject = connectionSubject(mending);
  const meant = new Set(
    (["connection-error", "connection-gone"] as const).map((kind) => identity({ kind, subject })),
  );
  return findings.some((one) => one.endedCounted === null && meant.has(identity(one)));
}
