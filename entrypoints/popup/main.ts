import "../../components/popup/first-screen/styles.ts";
import { firstScreenPainted } from "../../components/popup/first-screen/go-on.ts";
import { sayNotLoaded } from "../../components/popup/first-screen/not-loaded.ts";

// What is loaded from here on does not keep the first screen from being painted.
firstScreenPainted()
  .then(() => import("../../components/popup/start-popup.tsx"))
  .then(({ startPopup }) => startPopup(), sayNotLoaded);
