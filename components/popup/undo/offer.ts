/** Something that was just done, and how it is taken back. */
export interface UndoOffer {
  /** What was done, as a sentence. */
  sentence: string;
  undo: () => void;
}

/** Long enough to be read and reached. */
const OFFERED_MS = 8_000;

let offer: UndoOffer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function undoOffer(): UndoOffer | null {
  return offer;
}

/** Calls back when there is another offer, or none any more. @returns ends that */
export function followUndo(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers for some seconds to take something back; null ends the offer. */
export function offerUndo(next: UndoOffer | null): void {
  clearTimeout(timer);
  offer = next;
  if (next) timer = setTimeout(() => offerUndo(null), OFFERED_MS);
  for (const listener of listeners) listener();
}

/** Somebody who is on it has all the time. */
export function holdUndo(): void {
  clearTimeout(timer);
}
