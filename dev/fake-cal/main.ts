import { isLoopback } from "../../tests/support/fake-cal/loopback.ts";
import { DEMO_KEY } from "../../tests/support/fake-cal/scenarios/demo-key.ts";
import { startFakeCal } from "../../tests/support/fake-cal/server.ts";
import { readArguments, USAGE } from "./args.ts";

try {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    const fake = await startFakeCal(options);
    console.log(`Fake Cal.com: API URL ${fake.url}, API key ${DEMO_KEY}, scenario ${fake.world.scenario}.`);
    if (isLoopback(options.host ?? "127.0.0.1")) {
      console.log(`Control page: ${fake.url}/`);
    }
    const stop = () => void fake.close().then(() => process.exit(0));
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  console.error(USAGE);
  process.exitCode = 2;
}
