import { useState } from "preact/hooks";
import type { MessageAnsweredBy } from "../../../utils/messaging/commands.ts";
import type { DoneReply } from "../../../utils/messaging/replies.ts";
import { send } from "../../../utils/messaging/send.ts";

/** Commands that are answered with whether they were stored. */
type Command = MessageAnsweredBy<DoneReply>;

/** Commands that are under way, or why nothing came of them. What they change shows once it is stored. */
export function useCommand() {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  /** @returns whether all of them were obeyed */
  async function run(commands: readonly Command[]): Promise<boolean> {
    setState("busy");
    const replies = await Promise.all(commands.map((one) => send(one).catch(() => ({ ok: false }))));
    const ok = replies.every((reply) => reply.ok);
    setState(ok ? "idle" : "failed");
    return ok;
  }

  return { busy: state === "busy", failed: state === "failed", run };
}
