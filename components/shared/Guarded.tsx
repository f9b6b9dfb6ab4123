import type { VNode } from "preact";
import type { OpenStored } from "../../utils/pages/open-stored.ts";
import type { Stored } from "../../utils/pages/stored.ts";
import { Crash } from "./Crash.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { useStored } from "./use-stored.ts";

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
