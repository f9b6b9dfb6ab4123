import type { ActionProblem } from "../core/actions/problem.ts";
import type { MessageAnsweredBy } from "./commands.ts";
import type { ActionReply } from "./replies.ts";

/** What Cal.com is asked to do, or asked about one calendar. */
export type ActionMessage = MessageAnsweredBy<ActionReply>;

/** Why nothing came of it; `noAnswer` when not even the worker said. */
export type Reason = ActionProblem | { problem: "noAnswer" };
