/** Measures what people wait for, and only prints it: `npm run bench`. */
import { readArguments } from "./args.ts";
import { benchEvaluate } from "./evaluate.ts";
import { benchPopup } from "./popup.ts";

try {
  const args = readArguments(process.argv.slice(2));
  if (args.parts.includes("evaluate")) await benchEvaluate();
  if (args.parts.includes("popup")) await benchPopup(args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
