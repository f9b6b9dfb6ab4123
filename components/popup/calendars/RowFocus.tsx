import { useEffect } from "preact/hooks";

const ROW = ".calendar";
/** Opens a row: it stays for as long as the row does. */
const OPENER = ".more";

/** Takes the focus to the opener of its row when what had it goes with an update: a switch, or a button below the row. */
export function RowFocus() {
  useEffect(() => {
    let last = hadBy(document.activeElement);
    const onFocusIn = ({ target }: FocusEvent) => {
      last = hadBy(target);
    };
    const onFocusOut = ({ target }: FocusEvent) => {
      // WHY [later]: some browsers tell of it before they take an element away, and that is no leaving.
      setTimeout(() => {
        if (last?.control === target && last?.control.isConnected && isNowhere()) last = null;
      });
    };
    const updates = new MutationObserver(() => {
      if (!last || last.control.isConnected) return;
      const { row } = last;
      last = null;
      if (row.isConnected && isNowhere()) row.querySelector<HTMLElement>(OPENER)?.focus();
    });
    updates.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", onFocusIn);
    document.addEventListener("focusout", onFocusOut);
    return () => {
      updates.disconnect();
      document.removeEventListener("focusin", onFocusIn);
      document.removeEventListener("focusout", onFocusOut);
    };
  }, []);
  return null;
}

function hadBy(control: EventTarget | null): { control: Element; row: Element } | null {
  const row = control instanceof Element ? control.closest(ROW) : null;
  return control instanceof Element && row ? { control, row } : null;
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
