import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { applySavedTheme } from "../utils/pages/appearance.ts";
import { noteWhereShown } from "../utils/pages/where-shown.ts";

// In both pages before anything of theirs: a module would run after the first painting.
export default defineUnlistedScript(() => {
  applySavedTheme();
  noteWhereShown();
});
