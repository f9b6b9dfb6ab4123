import { useEffect, useState } from "preact/hooks";
import { type AskedProblem, askedProblem } from "./linked-problem.ts";

/** The problem that the page was last asked to show, also while it is open. */
export function useAskedProblem(): AskedProblem | null {
  const [asked, ask] = useState(askedProblem);
  useEffect(() => {
    const onChange = () => ask((before) => askedProblem() ?? before);
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, []);
  return asked;
}
