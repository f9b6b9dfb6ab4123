import { t } from "../../../utils/copy/i18n.ts";
import type { ConnectStepView } from "../../../utils/screen/mending/mending-view.ts";
import { ActionLink } from "../actions/ActionLink.tsx";
import { AdministratorText } from "../problems/AdministratorText.tsx";
import type { StepProps } from "./step-props.ts";

/** Connect the app again: a link into the web app, or for what only an administrator can do a text for them. */
export function ConnectStep({ step, place, describedBy, marking }: StepProps & { step: ConnectStepView }) {
  if (step.state === "done") return <p>{t("mending.connected")}</p>;
  return (
    <>
      {step.href !== null ? (
        <div class="buttons">
          <ActionLink
            href={step.href}
            message={step.message}
            done={t("reconnect.done")}
            place={place}
            describedBy={describedBy}
            look="main"
            onBegin={marking.begin}
          >
            {t("reconnect.button")}
          </ActionLink>
        </div>
      ) : (
        <p class="step-title">
          {t(step.administratorText === null ? "reconnect.button" : "mending.connect.administrator")}
        </p>
      )}
      {step.hints.map((hint) => (
        <p key={hint} class="muted small">
          {hint}
        </p>
      ))}
      {step.administratorText !== null && <AdministratorText text={step.administratorText} />}
      {/* It is there before it has something to say, so that it is heard. */}
      <p role="status" class={step.becameOf === null ? "visually-hidden" : "reconnecting small"}>
        {step.becameOf}
      </p>
    </>
  );
}
