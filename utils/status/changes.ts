import type { Finding } from "./finding.ts";

/** One line of a notification: a finding that is new, or one that was notified and has recovered. */
export interface Notice extends Pick<Finding, "kind" | "subject" | "level"> {
  recovered: boolean;
}

/** What one observation changed. */
export interface Changes {
  /** All that the one notification of this observation stands for; empty when there is none. */
  notify: Notice[];
}
