import type { BrowserName } from "../../support/browsers/browser-under-test.ts";
import type { Ground } from "./ground.ts";

export const GROUPS = [
  "network",
  "answers",
  "bodies",
  "time",
  "storage",
  "access",
  "worker",
  "extension",
  "popup",
] as const;

/** Something that goes wrong, and is over after a while. */
export interface Fault {
  name: string;
  group: (typeof GROUPS)[number];
  /** Lets it begin. The first check after that is the runner's; what lies between is the fault's own. */
  begin(ground: Ground): Promise<unknown>;
  /** Lets it end. What the ground has changed is put back anyway: the server, the network, the worker. */
  end?(ground: Ground): Promise<unknown>;
  /** Which findings it may rightly raise itself. */
  raises?: readonly ("unreachable" | "key-rejected")[];
  /** The browsers in which there is such a thing; default both. */
  only?: BrowserName;
  /** Whether it is told by `npm test`, too, which has little time: one or two of each group. */
  quick?: true;
}
