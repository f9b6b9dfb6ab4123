import { useEffect, useState } from "preact/hooks";

/** A problem that this page was opened for. A new one each time, also when it is the same problem again. */
export interface LinkedProblem {
  /** @see problemRef */
  ref: string;
}

const NAME = "problem";

/** What the page's address asks for: `popup.html#problem=REF`, as a notification's click opens it. */
export function linkedProblem(): LinkedProblem | null {
  const ref = new URLSearchParams(location.hash.slice(1)).get(NAME);
  return ref === null ? null : { ref };
}

/** Without it in the address, the same problem asked for again is a change that the page hears of. */
export function forgetLinkedProblem(): void {
  history.replaceState(null, "", location.pathname);
}

/** The problem that the page was last asked to show, also while it is open. */
export function useLinkedProblem(): LinkedProblem | null {
  const [asked, ask] = useState(linkedProblem);
  useEffect(() => {
    const onChange = () => ask((before) => linkedProblem() ?? before);
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, []);
  return asked;
}
