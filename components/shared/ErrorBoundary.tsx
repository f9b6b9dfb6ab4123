import { Component, type ComponentChildren } from "preact";
import { Crash } from "./Crash.tsx";

interface Props {
  /** What the children are drawn from: something new is worth another attempt. */
  attempt: unknown;
  children: ComponentChildren;
}

interface State {
  failedOn: unknown;
}

/** Shows a sentence and a way out instead of an empty page when the children can't be drawn. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failedOn: null };

  override componentDidCatch(error: unknown): void {
    // Without the record itself, which is nobody's business: the message says what was missing in it.
    console.error("This page could not be drawn:", error instanceof Error ? error.message : typeof error);
    this.setState({ failedOn: this.props.attempt });
  }

  override render({ attempt, children }: Props, { failedOn }: State) {
    return failedOn !== null && failedOn === attempt ? <Crash unreadable="damaged" /> : children;
  }
}
