/** Shows the extension at work with an embedded fake Cal.com server: `npm run demo`. */
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import { launch } from "../../tests/support/browsers/launch.ts";
import { selfSignedCertificate } from "../../tests/support/browsers/tls.ts";
import { startFakeCal } from "../../tests/support/fake-cal/server.ts";
import { type DemoArguments, hasDisplay, readArguments } from "./args.ts";
import { setUpAccount } from "./set-up.ts";
import { giveTour } from "./tour.ts";

async function runDemo({ browser: name, headless }: DemoArguments): Promise<void> {
  await buildExtension(name);
  const cal = await startFakeCal({
    scenario: "lively",
    cacheMs: 0,
    tls: await selfSignedCertificate("api.cal.com"),
  });
  const browser = await launch({ browser: name, headless, hosts: { "api.cal.com": cal.port } });
  console.log(
    `${browser.version}${headless ? ", without a display" : ""}; fake Cal.com server as api.cal.com.`,
  );
  const stop = async () => {
    await browser.close();
    await cal.close();
  };
  process.once("SIGINT", () => void stop().then(() => process.exit(0)));
  process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
  try {
    await setUpAccount(browser);
    if (headless) return await giveTour(browser, cal);
    await browser.inExtension((api, url) => api.tabs.create({ url }).then(() => undefined), cal.url);
    console.log(`The account is connected: look at the toolbar. To break things: ${cal.url}/`);
    console.log("The demo ends when you quit the browser, or with Ctrl-C.");
    await browser.untilGone();
  } finally {
    await stop();
  }
}

try {
  await runDemo(readArguments(process.argv.slice(2), hasDisplay(process.platform, process.env)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
