import { useState } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { keyOf, scopeOf } from "../../../utils/core/actions/request.ts";
import type { RemoveStepView } from "../../../utils/screen/mending/mending-view.ts";
import { useReturnedFocus } from "../../common/focus.ts";
import { Question } from "../../common/Question.tsx";
import { WebLink } from "../../common/WebLink.tsx";
import { requestAction } from "../actions/pending-actions.ts";
import { ReasonAlert } from "../actions/ReasonAlert.tsx";
import { usePendingAction } from "../actions/use-followed.ts";
import type { StepProps } from "./step-props.ts";

/** Remove the old connection: here after a question, or where only the web app can, the way there. */
export function RemoveStep({ step, ...ofStep }: StepProps & { step: RemoveStepView }) {
  if (step.state === "done") return <p>{t("mending.removed")}</p>;
  if (step.state === "later" || step.way === null)
    return (
      <>
        <p class="step-title">{t("mending.remove.step")}</p>
        <p class="muted small">{t("mending.remove.why")}</p>
        <WhyNot message={step.message} />
      </>
    );
  if (step.way.by === "here") return <RemoveHere way={step.way} message={step.message} {...ofStep} />;
  return (
    <>
      {step.way.href === null ? (
        <p class="step-title">{t("mending.remove.step")}</p>
      ) : (
        <div class="buttons">
          <WebLink href={step.way.href} label={t("mending.remove.step")} look="main" />
        </div>
      )}
      <p class="muted small">{t("mending.remove.how")}</p>
    </>
  );
}

type Asking = Pick<RemoveStepView, "message">;
type Here = Extract<RemoveStepView["way"], { by: "here" }>;

function RemoveHere({ way, message, place, describedBy }: StepProps & Asking & { way: Here }) {
  const { question, effect } = way;
  const [isAsking, setAsking] = useState(false);
  const opener = useReturnedFocus<HTMLButtonElement>(isAsking);

  async function confirm(): Promise<boolean> {
    await requestAction(message, place, t("mending.remove.done"));
    // Why nothing came of it stands beside the button.
    setAsking(false);
    return true;
  }

  if (isAsking)
    return (
      <Question
        question={question}
        effect={effect}
        confirm={t("mending.remove.confirm")}
        busyText={t("action.busy")}
        failedText=""
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      />
    );
  return (
    <div class="buttons">
      <button
        ref={opener}
        type="button"
        class="button main"
        aria-describedby={describedBy}
        onClick={() => setAsking(true)}
      >
        {t("mending.remove.step")}
      </button>
      <WhyNot message={message} />
    </div>
  );
}

/** Why it was not removed, also where that has shown that something else comes first. */
function WhyNot({ message }: Asking) {
  const { asked, reason } = usePendingAction(scopeOf(message));
  const isThis = asked !== null && keyOf(asked) === keyOf(message);
  return reason && isThis ? <ReasonAlert reason={reason} /> : null;
}
