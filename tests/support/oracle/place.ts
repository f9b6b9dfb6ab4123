import { isAt } from "./calendars.ts";
import type { Certainty, Judge } from "./judge.ts";
import { calendarsOf, type Listed } from "./listed.ts";
import type { Destination, KnownConnection } from "./memory.ts";
import { connectionSubject, idKey } from "./subject.ts";
import type { View } from "./views.ts";

/** Where a destination is in an answer: in a list, or not, as certain as said. Null when that can't be told. */
export type Place = { live: true; readOnly: boolean } | { live: false; certainty: Certainty } | null;

/** Looks a destination up among live calendars, then among the last known ones, then by its credential. */
export function placeOf(judge: Judge, shown: Destination, views: View[], listed: Map<string, Listed>): Place {
  const isOwn = ({ id }: KnownConnection) =>
    shown.credentialId !== null &&
    id.credentialId === shown.credentialId &&
    id.delegationCredentialId === shown.delegationCredentialId;
  const live = livePlaces(shown, views);
  if (live.length > 0) {
    const own = live.filter(({ known }) => isOwn(known));
    const matches = own.length > 0 ? own : live;
    return { live: true, readOnly: matches.every((view) => isReadOnly(view, shown, listed)) };
  }
  const holding = views.filter(
    (view) =>
      view.known.calendars.has(shown.externalId) &&
      !view.listedElsewhere.has(shown.externalId) &&
      at(view, shown),
  );
  const byCredential = views.filter(({ known }) => isOwn(known) && known.id.type === shown.integration);
  const places = holding.length > 0 ? holding : byCredential;
  const unsure = views.some((view) => view.holdsMalformed && at(view, shown));
  const lost = places.filter(({ standing }) => standing !== "healthy");
  if (
    lost.length === 0 &&
    (places.some(({ holdsMalformed }) => holdsMalformed) || (places.length === 0 && unsure))
  )
    return null;
  const own = lost.filter(({ known }) => isOwn(known));
  const broken = (own.length > 0 ? own : lost).filter(({ isMissing }) => !isMissing);
  const certain = broken.every(({ known }) =>
    judge.isConfirmed("connection-error", connectionSubject(known.id)),
  );
  return { live: false, certainty: broken.length > 0 ? { asCertainAs: certain } : "suspected" };
}

/** The connections that list it now. */
export function livePlaces(shown: Destination, views: View[]): View[] {
  return views.filter((view) => view.live.has(shown.externalId) && at(view, shown));
}

function at({ known }: View, shown: Destination): boolean {
  return isAt(shown, known.id.type, shown.externalId);
}

/** As the answer says it, also while the calendar keeps its last flags. */
function isReadOnly({ known }: View, { externalId }: Destination, listed: Map<string, Listed>): boolean {
  const shown = listed.get(idKey(known.id));
  if (shown === undefined) return false;
  return calendarsOf(shown, known.calendars).get(externalId)?.readOnly === true;
}
