import { useEffect, useRef, useState } from "preact/hooks";
import type { SettingName, Settings } from "../../utils/core/settings/table.ts";
import { send } from "../../utils/messaging/send.ts";
import type { Stored } from "../../utils/screen/stored.ts";
import { useNextInteraction } from "../common/use-announcement.ts";

export type Outcome = "none" | "saved" | "failed";
/** What is in force, and what of it an administrator has set. */
export type EffectiveSettings = Pick<Stored, "settings" | "policy">;

/** A choice that is shown at once, and taken back when it could not be saved. */
export function useSetting<Name extends SettingName>(name: Name, { settings, policy }: EffectiveSettings) {
  const stored = settings[name];
  const [pending, setPending] = useState<Settings[Name] | null>(null);
  const [outcome, setOutcome] = useState<Outcome>("none");
  const latest = useRef(0);

  async function choose(chosen: Settings[Name]) {
    const turn = ++latest.current;
    setPending(chosen);
    // Cleared first, so that the same outcome is said anew.
    setOutcome("none");
    const { ok } = await send({ type: "change-settings", change: { [name]: chosen } }).catch(() => ({
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

  return { chosen: pending ?? stored, isLocked: name in policy, outcome, choose };
}
