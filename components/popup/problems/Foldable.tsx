import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { IconName } from "../../common/Icon.tsx";
import { FoldHead } from "./FoldHead.tsx";

interface Props {
  icon: IconName;
  title: string;
  /** @param wasOpened for what need not be drawn before */
  children: (wasOpened: boolean) => ComponentChildren;
}

/** Something to look at when one wants to: one line until it is opened. */
export function Foldable({ icon, title, children }: Props) {
  const [wasOpened, setOpened] = useState(false);
  return (
    <details
      class={`fold fold-${icon}`}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <FoldHead icon={icon} title={title} />
      <div class="fold-content">{children(wasOpened)}</div>
    </details>
  );
}
