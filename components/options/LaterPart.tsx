import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { t } from "../../utils/copy/i18n.ts";

interface Props<Part> {
  /** The same function each time. */
  fetchPart: () => Promise<Part>;
  draw: (part: Part) => VNode;
}

/** A part of the page that is not among what has to be there before anything is drawn. */
export function LaterPart<Part>({ fetchPart, draw }: Props<Part>) {
  const [fetched, setFetched] = useState<{ part: Part } | "failed" | null>(null);
  useEffect(() => {
    fetchPart().then(
      (part) => setFetched({ part }),
      () => setFetched("failed"),
    );
  }, [fetchPart]);
  if (fetched === "failed") {
    return (
      <p role="alert" class="alert">
        {t("options.partMissing")}
      </p>
    );
  }
  return fetched && draw(fetched.part);
}
