import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../../utils/copy/i18n.ts";
import { connectionKey } from "../../../utils/core/model/subject.ts";
import { type MendingView, mendingView } from "../../../utils/screen/mending/mending-view.ts";
import type { StepState } from "../../../utils/screen/mending/step-state.ts";
import type { MendingContext } from "../../../utils/screen/problems/fix.ts";
import { Icon } from "../../common/Icon.tsx";
import { ConnectStep } from "./ConnectStep.tsx";
import { RemoveStep } from "./RemoveStep.tsx";
import { RestoreStep } from "./RestoreStep.tsx";
import type { StepProps } from "./step-props.ts";
import "./mending.css";

/** The way from a broken connection to exactly as before: what is done, what is next, and what comes after that. */
export function MendingSteps({ mending, ...ofStep }: StepProps & { mending: MendingContext }) {
  const view = mendingView(mending);
  const { context, connection } = mending;
  const list = useNextFocused(`${context.account.id} ${connectionKey(connection)}`, view);
  const { connect, remove, restore } = view;
  return (
    <ol ref={list} class="steps" aria-label={t("mending.steps", [view.app])}>
      <Step state={connect.state} number={1}>
        <ConnectStep step={connect} {...ofStep} />
      </Step>
      {remove && (
        <Step state={remove.state} number={2}>
          <RemoveStep step={remove} {...ofStep} />
        </Step>
      )}
      {restore && (
        <Step state={restore.state} number={remove ? 3 : 2}>
          <RestoreStep step={restore} {...ofStep} />
        </Step>
      )}
    </ol>
  );
}

interface StepOfList {
  state: StepState;
  number: number;
  children: ComponentChildren;
}

function Step({ state, number, children }: StepOfList) {
  return (
    <li class={`step step-${state}`} aria-current={state === "next" ? "step" : undefined}>
      <span class="step-mark" aria-hidden="true">
        {state === "done" ? <Icon name="check" /> : number}
      </span>
      <div class="step-text">
        <span class="visually-hidden">{t(`mending.state.${state}`)} </span>
        {children}
      </div>
    </li>
  );
}

/** The mending whose steps were taken away with the focus in them: the card of the problem makes way for one of its own. */
let left: string | null = null;

/**
 * Takes the focus on to the button of the next step once the one that had it is done, in whichever card that stands. Someone who is
 * elsewhere stays there: a step can be done in the web app, too.
 */
function useNextFocused(key: string, { next }: MendingView) {
  const list = useRef<HTMLOListElement>(null);
  // Before what is drawn now is in the page: afterwards what had the focus may be gone.
  const had = list.current?.contains(document.activeElement) ?? false;
  const before = useRef(next);
  useLayoutEffect(
    () => () => {
      if (list.current?.contains(document.activeElement)) left = key;
    },
    [key],
  );
  useEffect(() => {
    const isHandedOver = left === key && document.activeElement === document.body;
    if (left === key) left = null;
    if (isHandedOver || (had && before.current !== next))
      list.current?.querySelector<HTMLElement>(".step-next .main")?.focus();
    before.current = next;
  });
  return list;
}
