import { lazy } from "../common/lazy.tsx";
import { partOf } from "./parts.ts";

export const alertsPart = lazy(() => import("./AlertsPart.tsx"));
export const historyPart = lazy(() => import("../history/HistorySection.tsx"));
export const helpPart = lazy(() => import("./HelpPart.tsx"));

/** Loads the part that the page begins with, so that it is complete when it is first drawn. */
export async function loadFirstPart(): Promise<void> {
  switch (partOf(location.hash)) {
    case "alerts":
      await alertsPart.load();
      break;
    case "history":
      await historyPart.load();
      break;
    case "help":
      await helpPart.load();
      break;
    case "accounts":
      break;
  }
}
