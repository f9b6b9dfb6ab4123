import { useState } from "preact/hooks";
import type { Policy } from "../../utils/core/settings/records.ts";
import { presetServer, type ServerChoice } from "./server-choice.ts";

/** The server that is chosen, where an administrator has not chosen it already. */
export interface Server {
  choice: ServerChoice;
  choose(different: Partial<ServerChoice>): void;
  isLocked(field: keyof ServerChoice): boolean;
}

export function useServer(policy: Policy): Server {
  const [chosen, setChosen] = useState<ServerChoice>({ region: "us", apiUrl: "", webUrl: "" });
  const preset = presetServer(policy);
  return {
    choice: { ...chosen, ...preset },
    choose: (different) => setChosen((before) => ({ ...before, ...different })),
    isLocked: (field) => field in preset,
  };
}
