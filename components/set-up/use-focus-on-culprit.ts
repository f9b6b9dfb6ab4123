import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { culpritOf, type FieldName, type FormProblem } from "./problem-sentence.ts";

/** Takes the person to the field that a new problem is put right in. */
export function useFocusOnCulprit(
  form: RefObject<HTMLFormElement | null>,
  problem: FormProblem | null,
  isSelfHosted: boolean,
): FieldName | null {
  const culprit = problem && culpritOf(problem, isSelfHosted);
  useEffect(() => {
    if (culprit === null) return;
    form.current?.querySelector<HTMLInputElement>(`[name="${culprit}"]`)?.focus();
  }, [form, culprit, problem]);
  return culprit;
}
