import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { useFocusWhen } from "../common/focus.ts";

interface PartProps {
  heading: string;
  /** Whether the heading is where to go on from: what had the focus is gone. */
  isNext?: boolean;
  /** In the heading's line. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of the page, with its heading. */
export function PartSection({ heading, isNext = false, action, children }: PartProps) {
  const id = useId();
  const ref = useFocusWhen<HTMLHeadingElement>(isNext);
  return (
    <section class="part-section" aria-labelledby={id}>
      <div class="part-head">
        <h2 ref={ref} id={id} tabIndex={-1}>
          {heading}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

interface GroupProps {
  heading: string;
  /** In the heading's line. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** Rows that belong together, a hairline between any two. */
export function RowGroup({ heading, action, children }: GroupProps) {
  const id = useId();
  return (
    <section class="group" aria-labelledby={id}>
      <div class="group-head">
        <h3 id={id}>{heading}</h3>
        {action}
      </div>
      <div class="rows">{children}</div>
    </section>
  );
}
