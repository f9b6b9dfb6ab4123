import type { Copy } from "../../../utils/copy/problems/copy.ts";
import type { Account } from "../../../utils/core/model/account.ts";
import type { Finding, Level } from "../../../utils/core/model/finding.ts";
import type { Fix, FixContext } from "./fix.ts";

/** Something shown that the person can mark as expected: one finding, or several that are told of together. */
export interface Acknowledgeable {
  id: string;
  account: Account;
  findings: readonly [Finding, ...Finding[]];
}

export interface Card extends Acknowledgeable {
  level: Level;
  copy: Copy;
  /** Of a card that stands for several calendars: the first of them, and how many more. */
  names: string | null;
  /** What can be done about it right here. */
  fix: Fix;
}

export interface Line extends Acknowledgeable {
  text: string;
}

/** Findings of one account, with what they are seen in. */
export interface Seen {
  context: FixContext;
  findings: readonly Finding[];
}
