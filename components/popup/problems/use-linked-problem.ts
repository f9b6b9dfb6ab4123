import { useEffect, useState } from "preact/hooks";
import { type LinkedProblem, linkedProblem } from "./linked-problem.ts";

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
