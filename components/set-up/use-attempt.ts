import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Account } from "../../utils/core/model/account.ts";
import type { ConnectReply } from "../../utils/messaging/replies.ts";
import { culpritOf, type FieldName, type FormProblem } from "./problem-sentence.ts";

/** Sending a key, one attempt at a time. */
export interface Attempt {
  busy: boolean;
  problem: FormProblem | null;
  /** Shows a problem that needs no sending. */
  fail(problem: FormProblem): void;
  /** What it was about has been changed since. */
  clear(): void;
  start(sending: () => Promise<ConnectReply>, onSuccess: (account: Account) => void): Promise<void>;
}

export function useAttempt(): Attempt {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  return {
    busy,
    problem,
    fail: setProblem,
    clear: () => setProblem(null),
    async start(sending, onSuccess) {
      setBusy(true);
      // An alert is read out when it appears: the same problem twice has to appear twice.
      setProblem(null);
      const reply = await sending().catch(() => ({ ok: false, problem: { problem: "noAnswer" } }) as const);
      setBusy(false);
      if (reply.ok) onSuccess(reply.account);
      else setProblem(reply.problem);
    },
  };
}

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
