import { Component, type ComponentChildren, type VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored, StoredResult } from "../../utils/screen/stored.ts";
import { Crash } from "./Crash.tsx";

interface Props {
  open: OpenStored;
  draw: (stored: Stored) => VNode;
}

/** Draws what is stored, and says so where it can't be drawn. */
export function Guarded({ open, draw }: Props) {
  const result = useStored(open);
  if (!result.ok) return <Crash unreadable={result.unreadable} />;
  return (
    <ErrorBoundary attempt={result.stored}>
      <Drawn draw={draw} stored={result.stored} />
    </ErrorBoundary>
  );
}

/** Below the boundary, so that also what `draw` itself trips over is caught. */
function Drawn({ draw, stored }: { draw: Props["draw"]; stored: Stored }) {
  return draw(stored);
}

interface ErrorBoundaryProps {
  /** What the children are drawn from: something new is worth another attempt. */
  attempt: unknown;
  children: ComponentChildren;
}

interface State {
  failedOn: unknown;
}

/** Shows a sentence and a way out instead of an empty page when the children can't be drawn. */
class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failedOn: null };

  override componentDidCatch(error: unknown): void {
    // Without the record itself, which is nobody's business: the message says what was missing in it.
    console.error("This page could not be drawn:", error instanceof Error ? error.message : typeof error);
    this.setState({ failedOn: this.props.attempt });
  }

  override render({ attempt, children }: ErrorBoundaryProps, { failedOn }: State) {
    return failedOn !== null && failedOn === attempt ? <Crash unreadable="damaged" /> : children;
  }
}

/** What is stored now; draws again at every change. */
function useStored(open: OpenStored): StoredResult {
  const [result, setResult] = useState(open.first);
  useEffect(() => open.onChange(setResult), [open]);
  return result;
}
