import type { Scene } from "../gallery/shoot.ts";
import type { Variant } from "../gallery/variants.ts";

/** One picture of the extension at work, as the stores show it. */
export interface StorePicture {
  name: string;
  page: Scene["page"];
  /** One of the gallery. */
  state: string;
  scheme: Variant["scheme"];
  title: string;
  text: string;
}

/** In the order in which they are to be shown. */
export const PICTURES: readonly StorePicture[] = [
  {
    name: "1-all-well",
    page: "popup",
    state: "all-well",
    scheme: "light",
    title: "Know that your calendars work",
    text: "Every calendar at Cal.com at a glance, and where bookings go.",
  },
  {
    name: "2-problem",
    page: "popup",
    state: "revoked",
    scheme: "dark",
    title: "Hear of a lost calendar first",
    text: "What is wrong, what it does to your bookings, and what to do.",
  },
  {
    name: "3-problems",
    page: "popup",
    state: "problems",
    scheme: "light",
    title: "The worst comes first",
    text: "What rests on something broken is told with its cause.",
  },
  {
    name: "4-mending",
    page: "popup",
    state: "mending-restore",
    scheme: "dark",
    title: "Back to how everything was",
    text: "Connect again, remove the old connection, put everything back.",
  },
  {
    name: "5-history",
    page: "options",
    state: "history-lively",
    scheme: "light",
    title: "See what happened, and when",
    text: "All of it stays in your browser.",
  },
];
