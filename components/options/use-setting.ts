import { useEffect, useRef, useState } from "preact/hooks";
import type { SettingsChange } from "../../utils/messaging/message.ts";
import { send } from "../../utils/messaging/send.ts";
import { useNextInteraction } from "../shared/use-next-interaction.ts";

export type Outcome = "none" | "saved" | "failed";

/** A choice that is shown at once, and taken back when it could not be saved. */
export function useSetting<T>(stored: T, change: (chosen: T) => SettingsChange) {
  const [pending, setPending] = useState<T | null>(null);
  const [outcome, setOutcome] = useState<Outcome>("none");
  const latest = useRef(0);

  async function choose(chosen: T) {
    const turn = ++latest.current;
    setPending(chosen);
    // Cleared first, so that the same outcome is said anew.
    setOutcome("none");
    const { ok } = await send({ type: "change-settings", change: change(chosen) }).catch(() => ({
      ok: false,
    }));
    if (turn !== latest.current) return;
    if (!ok) setPending(null);
    setOutcome(ok ? "saved" : "failed");
  }

  // It is about the last thing the person did, not about what was done before that.
  useNextInteraction(outcome !== "none", () => setOutcome("none"));

  // The answer may come before the stored value does: until then the choice is shown.
  useEffect(() => setPending(null), [stored]);

  return { chosen: pending ?? stored, outcome, choose };
}
