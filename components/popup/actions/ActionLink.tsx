import type { ComponentChildren } from "preact";
import { keyOf, scopeOf } from "../../../utils/core/actions/request.ts";
import type { ActionMessage } from "../../../utils/messaging/action-message.ts";
import { requestAction } from "./pending-actions.ts";
import { ReasonAlert } from "./ReasonAlert.tsx";
import { usePendingAction } from "./use-followed.ts";
import { WebButton } from "./WebButton.tsx";

interface Props {
  /** Where the worker leads when it is asked. */
  href: string;
  message: ActionMessage;
  /** Said when it is done. */
  done: string;
  /** Where it stands, unlike any other link that asks for the same thing. */
  place: string;
  look?: "main";
  /** Id of what tells which one is meant, where several links are called the same. */
  describedBy: string;
  /** What it is about, said after its own words. */
  about?: string;
  onBegin?: (link: HTMLElement) => void;
  children: ComponentChildren;
}

/**
 * A link into the web app that can be copied, or opened wherever one likes. Clicked as usual it is the worker that opens it, and goes
 * on to see what came of that.
 */
export function ActionLink({
  href,
  message,
  done,
  place,
  look,
  describedBy,
  about,
  onBegin,
  children,
}: Props) {
  const state = usePendingAction(scopeOf(message));
  const isThis = state.asked !== null && state.place === place && keyOf(state.asked) === keyOf(message);
  return (
    <>
      <WebButton
        href={href}
        look={look}
        describedBy={describedBy}
        about={about}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          onBegin?.(event.currentTarget);
          requestAction(message, place, done);
        }}
      >
        {children}
      </WebButton>
      {state.reason && isThis && <ReasonAlert reason={state.reason} />}
    </>
  );
}
