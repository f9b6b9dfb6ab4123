import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface Props {
  heading: string;
  children: ComponentChildren;
}

/** One card of the page. */
export function Section({ heading, children }: Props) {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
