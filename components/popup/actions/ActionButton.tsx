import type { ComponentChildren } from "preact";
import { t } from "../../../utils/copy/i18n.ts";
import { keyOf, scopeOf } from "../../../utils/core/actions/request.ts";
import type { ActionMessage } from "../../../utils/messaging/action-message.ts";
import { BusyButton } from "../../common/BusyButton.tsx";
import { requestAction } from "./pending-actions.ts";
import { ReasonAlert } from "./ReasonAlert.tsx";
import { usePendingAction } from "./use-followed.ts";

interface Props {
  message: ActionMessage;
  /** Said when it is done. */
  done: string;
  /** Where it stands, unlike any other button that asks for the same thing. */
  place: string;
  look?: "main" | "quiet";
  title?: string | undefined;
  /** Id of what tells which one is meant, where several buttons are called the same. */
  describedBy: string;
  /** What it is about, said after its own words. */
  about?: string;
  onBegin?: (button: HTMLElement) => void;
  /** It is under way, whoever asked for it. */
  isBusy?: boolean;
  /** Said instead of the content while it is under way. */
  busyText?: string;
  /** Why nothing came of it stands beside it already. */
  isToldElsewhere?: boolean;
  /** Asked for with it. */
  also?: readonly { message: ActionMessage; done: string; place: string }[] | undefined;
  children: ComponentChildren;
}

/** Asks for one action, and says beside itself why nothing came of it. */
export function ActionButton({
  message,
  done,
  place,
  onBegin,
  isBusy = false,
  busyText = t("action.busy"),
  isToldElsewhere = false,
  also = [],
  children,
  ...ofButton
}: Props) {
  const state = usePendingAction(scopeOf(message));
  const isThis = state.asked !== null && state.place === place && keyOf(state.asked) === keyOf(message);
  return (
    <>
      <BusyButton
        busy={isBusy || state.answer !== null}
        busyText={isBusy || isThis ? busyText : children}
        onPress={(button) => {
          onBegin?.(button);
          requestAction(message, place, done);
          for (const one of also) requestAction(one.message, one.place, one.done);
        }}
        {...ofButton}
      >
        {children}
      </BusyButton>
      {state.reason && isThis && !isToldElsewhere && <ReasonAlert reason={state.reason} />}
    </>
  );
}
