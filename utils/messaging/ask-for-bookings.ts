import { browser } from "wxt/browser";
import type { BookingsNews, BookingsPort, BookingsRequest, BookingsWord } from "./bookings.ts";

const PORT: BookingsPort = "bookings";
/** A browser ends a worker that hears nothing for 30 s. */
const HERE_MS = 10_000;

/** Something about bookings that the worker was asked for. */
export interface Asked {
  /** What was found so far is still told. */
  stop(): void;
  /** Nothing more is told. The same happens when the page is closed. */
  leave(): void;
}

/**
 * Asks the worker about bookings. What it answers names people: it goes to this page alone, and is stored nowhere.
 * @param tell hears what it answers; null when it can't any more
 */
export function askForBookings(request: BookingsRequest, tell: (news: BookingsNews | null) => void): Asked {
  const port = browser.runtime.connect({ name: PORT });
  const say = (word: BookingsWord) => port.postMessage(word);
  const timer = setInterval(() => say({ type: "here" }), HERE_MS);
  let isOver = false;
  const end = () => {
    isOver = true;
    clearInterval(timer);
  };
  port.onDisconnect.addListener(() => {
    if (isOver) return;
    end();
    tell(null);
  });
  // Safe: only the worker is at the other end, and its answers have this type.
  port.onMessage.addListener((news: BookingsNews) => {
    if (isOver) return;
    if (news.type !== "progress") end();
    tell(news);
    if (isOver) port.disconnect();
  });
  port.postMessage(request);
  return {
    stop: () => {
      if (!isOver) say({ type: "stop" });
    },
    leave: () => {
      if (isOver) return;
      end();
      port.disconnect();
    },
  };
}
