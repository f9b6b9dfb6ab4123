import { t } from "../../../utils/copy/i18n.ts";
import type { RestoreStepView } from "../../../utils/screen/mending/restore-step.ts";
import { ActionButton } from "../actions/ActionButton.tsx";
import { LeaveButton } from "./LeaveButton.tsx";
import type { StepProps } from "./step-props.ts";

/** Put everything back: what that is, how far it is, and what could not be put back. */
export function RestoreStep({ step, ...ofStep }: StepProps & { step: RestoreStepView }) {
  const { place, describedBy, marking } = ofStep;
  const { state, plan, progress, notPutBack } = step;
  if (state === "done") return <p>{t("mending.restored")}</p>;
  if (state === "later")
    return (
      <>
        <p class="step-title">{t("mending.restore.step")}</p>
        <p class="muted small">{plan}</p>
      </>
    );
  return (
    <>
      <div class="buttons">
        <ActionButton
          message={step.message}
          done={t("mending.restored")}
          place={place}
          describedBy={describedBy}
          look="main"
          onBegin={marking.begin}
          isBusy={progress !== null}
          busyText={t("mending.restore.busy")}
          isToldElsewhere={notPutBack.length > 0}
        >
          {t("mending.restore.step")}
        </ActionButton>
      </div>
      <Progress progress={progress} />
      {progress === null && <p class="muted small">{plan}</p>}
      {progress === null && notPutBack.length > 0 && (
        <div role="alert" class="not-put-back small">
          <p>{t("mending.restore.notPutBack")}</p>
          <ul>
            {notPutBack.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {progress === null && (
        <div class="buttons">
          <LeaveButton message={step.leave} {...ofStep} />
        </div>
      )}
    </>
  );
}

function Progress({ progress }: Pick<RestoreStepView, "progress">) {
  const said = progress?.of ? t("mending.restore.progress", [progress.done, progress.of]) : null;
  return (
    <>
      {/* Without a value it only says that something is under way. */}
      {progress && (
        <progress
          class="progress"
          {...(progress.of ? { value: progress.done, max: progress.of } : {})}
          aria-hidden="true"
        />
      )}
      {/* It is there before it has something to say, so that it is heard. */}
      <p role="status" class={said ? "muted small" : "visually-hidden"}>
        {said}
      </p>
    </>
  );
}
