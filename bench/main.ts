/** Measures what people wait for, and only prints it: `npm run bench`. */
import { buildExtension } from "../tests/support/browsers/build-extension.ts";
import { benchAdvance } from "./evaluate.ts";
import { benchPopup } from "./popup.ts";

await benchAdvance();
await buildExtension("chromium");
await benchPopup();
