import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { drawFirst } from "../components/popup/first-screen/draw-first.tsx";
import { sayNotLoaded } from "../components/popup/first-screen/not-loaded.ts";
import { painted } from "../components/popup/first-screen/painted.ts";
import { applySavedTheme } from "../utils/pages/appearance.ts";
import { noteWhereShown } from "../utils/pages/where-shown.ts";

// All that the first painting of the popup needs is in this one file, and it runs before anything else is loaded.
export default defineUnlistedScript(async () => {
  // Where the rest of the page is, and all that it needs: the build has put it here.
  const [rest, ...needed] = document.currentScript?.dataset.rest?.split(" ") ?? [];
  const app = document.getElementById("app");
  // The store is asked first: what has to be done before there is its answer is done meanwhile.
  const isDrawn = app && drawFirst(app);
  applySavedTheme();
  noteWhereShown();
  if (await isDrawn) await painted();
  // Each would only be asked for once the one that needs it is there.
  for (const href of needed)
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  if (rest) import(/* @vite-ignore */ rest).catch(sayNotLoaded);
});
