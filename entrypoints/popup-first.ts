import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { drawFirst } from "../components/popup/first-screen/draw-first.tsx";
import type { FirstScreenGlobal } from "../components/popup/first-screen/go-on.ts";
import { applySavedTheme } from "../utils/pages/appearance.ts";
import { noteWhereShown } from "../utils/pages/where-shown.ts";

// All that the first painting of the popup needs is in this one file, and it runs before anything else is loaded.
export default defineUnlistedScript(() => {
  applySavedTheme();
  noteWhereShown();
  const app = document.getElementById("app");
  if (app) (globalThis as FirstScreenGlobal).firstScreen = drawFirst(app);
});
