import type { ComponentChildren, RefObject } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { cleanKey } from "../../utils/cal-api/key.ts";
import { t } from "../../utils/copy/i18n.ts";
import type { Account } from "../../utils/core/model/account.ts";
import { placeUrl } from "../../utils/core/web-app-places.ts";
import type { ConnectReply } from "../../utils/messaging/replies.ts";
import { BusyButton } from "../common/BusyButton.tsx";
import { ForgetChoice, FormAlert, KeyField, MakeKey } from "./KeyField.tsx";
import type { FieldName, FormProblem } from "./problem-sentence.ts";
import { type Attempt, useAttempt, useFocusOnCulprit } from "./use-attempt.ts";
import "./set-up.css";

/** A form for a key, for what is shown in it besides. */
export interface KeyFormState {
  form: RefObject<HTMLFormElement | null>;
  key: RefObject<HTMLInputElement | null>;
  attempt: Attempt;
  isSelfHosted: boolean;
  /** What the last attempt was for: its alert stays as it was, whatever is chosen since. */
  tried: { isSelfHosted: boolean; note(isSelfHosted: boolean): void };
  /** The field that the problem of the last attempt is put right in. */
  culprit: FieldName | null;
  alertId: string;
}

/** @param takesFocus whether the person has just asked for the form, and goes on in it */
export function useKeyForm(isSelfHosted: boolean, takesFocus: boolean): KeyFormState {
  const form = useRef<HTMLFormElement>(null);
  const key = useRef<HTMLInputElement>(null);
  const attempt = useAttempt();
  const [triedSelfHosted, note] = useState(isSelfHosted);
  const culprit = useFocusOnCulprit(form, attempt.problem, triedSelfHosted);
  const alertId = useId();
  useEffect(() => {
    if (takesFocus) key.current?.focus();
  }, [takesFocus]);
  return {
    form,
    key,
    attempt,
    isSelfHosted,
    tried: { isSelfHosted: triedSelfHosted, note },
    culprit,
    alertId,
  };
}

/** The key as it was typed, and for how long to keep it. */
export type TypedKey = Pick<Account, "keyIn"> & { key: string };

interface Props {
  state: KeyFormState;
  /** Origin of the web app that a key is made in; null when it is not known. */
  webUrl: string | null;
  /** Whether the key is to be forgotten when the browser closes. */
  forget: boolean;
  onForget: (forget: boolean) => void;
  /** @returns what stands in the way of sending, or the answer */
  send: (typed: TypedKey) => FormProblem | Promise<ConnectReply>;
  onStored: ((account: Account) => void) | undefined;
  /** Absent where the form is all there is to do. */
  onCancel: (() => void) | undefined;
  words: { submit: string; busy: string };
  /** What is to be known of the key before it is sent. */
  note?: string;
  /** The fields between the key and how long to keep it. */
  children?: ComponentChildren;
}

/** Takes a key from the person in three steps: making it, entering it, and sending it, where it is said why it was not stored. */
export function KeyForm({
  state,
  webUrl,
  forget,
  onForget,
  send,
  onStored,
  onCancel,
  words,
  note,
  children,
}: Props) {
  const { form, key, attempt, culprit, alertId, tried } = state;

  function submit(event: Event) {
    event.preventDefault();
    if (attempt.busy) return;
    tried.note(state.isSelfHosted);
    const typed = key.current?.value ?? "";
    const cleaned = cleanKey(typed);
    if (!cleaned.ok) return attempt.fail({ problem: cleaned.problem });
    const reply = send({ key: typed, keyIn: forget ? "session" : "local" });
    if (!(reply instanceof Promise)) return attempt.fail(reply);
    attempt.start(
      () => reply,
      (account) => {
        if (key.current) key.current.value = "";
        onStored?.(account);
      },
    );
  }

  return (
    <form ref={form} class="form" noValidate onSubmit={submit}>
      <ol class="steps">
        <li>
          <MakeKey url={placeUrl(webUrl, { page: "api-keys" })} />
        </li>
        <li>
          <KeyField
            input={key}
            problemId={culprit === "key" ? alertId : null}
            onType={() => culprit === "key" && attempt.clear()}
          />
          {children}
          <ForgetChoice forget={forget} onChange={onForget} />
        </li>
        <li>
          <FormAlert id={alertId} problem={attempt.problem} isSelfHosted={tried.isSelfHosted} />
          <div class="buttons">
            <BusyButton type="submit" look="main" busy={attempt.busy} busyText={words.busy}>
              {words.submit}
            </BusyButton>
            {onCancel && (
              <button type="button" class="button" onClick={onCancel}>
                {t("setUp.cancel")}
              </button>
            )}
          </div>
          {note !== undefined && <p class="muted small">{note}</p>}
        </li>
      </ol>
    </form>
  );
}
