import type { ComponentChildren } from "preact";
import { t } from "../../utils/copy/i18n.ts";

interface Props {
  busy: boolean;
  /** Said instead of the content while it is under way. */
  busyText: ComponentChildren;
  type?: "button" | "submit";
  look?: "main" | "danger" | "quiet";
  title?: string | undefined;
  /** Id of an element that tells more of what it does. */
  describedBy?: string | undefined;
  /** What it is about, said after its own words. */
  about?: string | undefined;
  onPress?: (button: HTMLButtonElement) => void;
  children: ComponentChildren;
}

/** A button that starts something that takes a while, and can't be pressed again meanwhile. */
export function BusyButton({
  busy,
  busyText,
  type = "button",
  look,
  title,
  describedBy,
  about,
  onPress,
  children,
}: Props) {
  const said = busy ? busyText : children;
  return (
    <button
      type={type}
      class={look ? `button ${look}` : "button"}
      title={title}
      aria-describedby={about === undefined ? describedBy : undefined}
      aria-label={
        about !== undefined && typeof said === "string" ? t("list.about", [said, about]) : undefined
      }
      aria-busy={busy}
      aria-disabled={busy}
      onClick={(event) => {
        // WHY [no disabled attribute]: a disabled button loses the focus, and with it the place in the page.
        if (busy) event.preventDefault();
        else onPress?.(event.currentTarget);
      }}
    >
      {said}
    </button>
  );
}
