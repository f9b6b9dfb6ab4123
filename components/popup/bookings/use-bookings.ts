import { useEffect, useRef, useState } from "preact/hooks";
import type { ActionProblem } from "../../../utils/core/actions/problem.ts";
import type { Found } from "../../../utils/core/bookings/found.ts";
import { connectionSubject } from "../../../utils/core/model/subject.ts";
import { type Asked, askForBookings } from "../../../utils/messaging/ask-for-bookings.ts";
import type { Progress } from "../../../utils/messaging/bookings.ts";
import type { Meanwhile } from "../../../utils/screen/problems/meanwhile.ts";

/** How far asking for bookings is. It is kept for as long as it is shown, and nowhere else. */
export type Look =
  | { state: "idle" }
  | { state: "running"; progress: Progress }
  | { state: "over"; found: Found }
  /** null: the worker was ended by the browser. */
  | { state: "refused"; problem: ActionProblem | null };

const BEGUN: Progress = { looked: 0, of: null, waitSeconds: null };

/** Asks for the bookings of a break, until it is no longer shown. */
export function useBookings({ account, broken }: Pick<Meanwhile, "account" | "broken">) {
  const [look, setLook] = useState<Look>({ state: "idle" });
  const asked = useRef<Asked | null>(null);
  useEffect(() => () => asked.current?.leave(), []);

  function start() {
    asked.current?.leave();
    setLook({ state: "running", progress: BEGUN });
    const connection = connectionSubject(broken.connection);
    asked.current = askForBookings({ type: "look", accountId: account.id, connection }, (news) => {
      if (news === null) setLook({ state: "refused", problem: null });
      else if (news.type === "progress") setLook({ state: "running", progress: news.progress });
      else if (news.type === "found") setLook({ state: "over", found: news.found });
      else if (news.type === "refused") setLook({ state: "refused", problem: news.problem });
    });
  }

  return { look, start, stop: () => asked.current?.stop() };
}
