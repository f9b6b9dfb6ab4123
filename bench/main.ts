/** Measures what people wait for, and only prints it: `npm run bench`. */
import { buildExtension } from "../tests/support/browsers/build-extension.ts";
import { benchEvaluate } from "./evaluate.ts";
import { benchPopup } from "./popup.ts";

await benchEvaluate();
await buildExtension("chromium");
await benchPopup();
