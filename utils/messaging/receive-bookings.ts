import type { Browser } from "wxt/browser";
import * as z from "zod/mini";
import { report } from "../browser/report.ts";
import { ConnectionSubjectSchema } from "../schemas/finding-schema.ts";
import type { BookingsNews, BookingsPort, BookingsRequest, BookingsWord, Progress } from "./bookings.ts";
import { isOwnPage } from "./router.ts";

const PORT: BookingsPort = "bookings";
const id = z.string().check(z.minLength(1), z.maxLength(100));

const RequestSchema: z.ZodMiniType<BookingsRequest> = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("look"), accountId: id, connection: ConnectionSubjectSchema }),
  z.strictObject({ type: z.literal("links"), accountId: id, uid: id }),
]);
const WordSchema: z.ZodMiniType<BookingsWord> = z.strictObject({ type: z.enum(["stop", "here"]) });

type Last = Exclude<BookingsNews, { type: "progress" }>;

/**
 * Does what a page asks for. Never throws on purpose.
 * @param signal ends it early: what was found so far is the answer
 */
export type AnswerAboutBookings = (
  request: BookingsRequest,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
) => Promise<Last>;

/**
 * Makes a listener for `runtime.onConnect`. Each port is for one request of one of our own pages, and is closed on anything else.
 * When the page is gone, or wants no more of it, the work is ended at once.
 * @param after what has to be over before anything is done
 */
export function receiveBookings(answer: AnswerAboutBookings, { after }: { after: Promise<unknown> }) {
  return (port: Browser.runtime.Port): void => {
    if (port.name !== PORT) return;
    if (!isOwnPage(port.sender ?? {})) {
      port.disconnect();
      return;
    }
    const ending = new AbortController();
    let [isOpen, isBegun] = [true, false];
    const tell = (news: BookingsNews) => {
      // A page that was closed meanwhile needs no answer.
      if (isOpen) port.postMessage(news);
    };
    const leave = () => {
      isOpen = false;
      ending.abort();
    };
    port.onDisconnect.addListener(leave);
    port.onMessage.addListener((message: unknown) => {
      if (isBegun && WordSchema.safeParse(message).data?.type === "stop") ending.abort();
      if (isBegun) return;
      const request = RequestSchema.safeParse(message);
      if (!request.success) {
        leave();
        port.disconnect();
        return;
      }
      isBegun = true;
      after
        .then(() => answer(request.data, ending.signal, (progress) => tell({ type: "progress", progress })))
        .catch((error: unknown): Last => {
          report("Bookings could not be asked for", error);
          return { type: "refused", problem: { problem: "notStored" } };
        })
        .then(tell);
    });
  };
}
