import { type FormProblem, problemSentence } from "./problem-sentence.ts";

interface Props {
  id: string;
  problem: FormProblem | null;
  isSelfHosted: boolean;
}

/** Why the key was not stored. */
export function FormAlert({ id, problem, isSelfHosted }: Props) {
  if (problem === null) return null;
  return (
    <p id={id} role="alert" class="alert">
      {problemSentence(problem, isSelfHosted)}
    </p>
  );
}
