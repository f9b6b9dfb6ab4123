import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import preact from "@preact/preset-vite";
import { defineConfig } from "wxt";
import * as firstScreen from "./dev/build/first-screen.ts";
import { licenceCollector } from "./dev/build/licences.ts";

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  // An address of IPv6, such as [::1], can't be named here. That http goes to the own machine only is seen to where keys are sent.
  "connect-src https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * What both the first drawing of the popup and its parts need: by itself the bundler would make a file of each, of which every
 * one has its price.
 */
const SHARED_CORE =
  /\/utils\/(core\/(model\/(subject|finding|scopes)|actions\/request|snooze|fitting|findings\/(order|snoozed|summary)|calendars\/(destination|destination-connections|distinct|feed|find|replaced))|copy\/(calendar-name|app-name|counted|outage|problems\/failure-sentence))\.ts$/;

/** The same of what the worker needs, and later parts of the pages. */
const SHARED_RULES =
  /\/utils\/core\/(model\/kinds|calendars\/(break-kind|use-of|settable)|web-app-places)\.ts$/;

const PREACT = /node_modules\/preact\//;

/** How later parts and their style sheets are loaded, in few bytes. */
const LOADING = fileURLToPath(import.meta.resolve("./components/common/load-styles.ts"));
const shortLoading = {
  name: "short-loading",
  enforce: "pre",
  load: (id: string) =>
    id === "\0vite/preload-helper.js"
      ? `export { loadWithStyles as __vitePreload } from ${JSON.stringify(LOADING)};`
      : null,
} as const;

const ROOT = import.meta.dirname;
/** What each licence asks for: its text goes where the code goes. */
const licences = licenceCollector(ROOT);

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const isRoot = process.getuid?.() === 0;

const shortcut = (key: string, words: string) => ({
  suggested_key: { default: `Alt+Shift+${key}`, mac: `MacCtrl+Shift+${key}` },
  description: `__MSG_command_${words}__`,
});

export default defineConfig({
  manifestVersion: 3,
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  imports: false,
  hooks: {
    "build:manifestGenerated": (_, { content_security_policy: policy }) => {
      if (typeof policy === "object" && policy.extension_pages)
        policy.extension_pages = firstScreen.allowStyles(policy.extension_pages);
    },
    async "build:done"({ config }) {
      await copyFile(join(ROOT, "LICENSE"), join(config.outDir, "LICENSE"));
      await writeFile(join(config.outDir, "THIRD-PARTY-LICENSES.txt"), licences.text());
    },
  },
  // Everything that git ignores and that would say something of the machine where it was made.
  zip: { excludeSources: ["coverage/**", "screenshots/**", "reports/**", "**/*.log", "stats.html"] },
  // For `npm run dev`: without a display it only builds, and Chromium refuses its sandbox to root.
  webExt: { disabled: !hasDisplay, chromiumArgs: isRoot ? ["--no-sandbox"] : [] },
  // Both browsers preload modules by themselves. What is loaded later lies on the same disk: listing all that it needs
  // beforehand would cost the popup more than it gains. Only style sheets have to be there before.
  vite: () => ({
    plugins: [shortLoading, ...firstScreen.plugins, preact(), licences.plugin],
    build: {
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              { name: "core", test: SHARED_CORE },
              { name: "rules", test: SHARED_RULES },
              { name: "preact", test: PREACT },
            ],
          },
        },
      },
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_, files, { hostType }) =>
          hostType === "html" ? files : files.filter((file) => file.endsWith(".css")),
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: "__MSG_extName__",
    short_name: "__MSG_extShortName__",
    description: "__MSG_extDescription__",
    default_locale: "en",
    permissions: ["storage", "alarms", "notifications", "contextMenus"],
    host_permissions: ["https://api.cal.com/*", "https://api.cal.eu/*"],
    // Self-hosted servers: asked for from the click on Connect, for that one origin.
    optional_host_permissions: [
      "https://*/*",
      "http://*.localhost/*",
      "http://127.0.0.1/*",
      "http://[::1]/*",
    ],
    content_security_policy: { extension_pages: CSP },
    action: { default_title: "__MSG_extName__" },
    // Chrome accepts four suggestions, and drops what is taken, like Alt+Shift+Z. On a Mac Alt+Shift types letters.
    commands: {
      _execute_action: shortcut("K", "popup"),
      "check-now": shortcut("U", "checkNow"),
      snooze: shortcut("H", "snooze"),
      "open-settings": shortcut("O", "openSettings"),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "calendar-status@calendar-status.example",
              strict_min_version: "142.0",
              data_collection_permissions: { required: ["none"] },
            },
            gecko_android: { strict_min_version: "142.0" },
          },
        }
      : {
          minimum_chrome_version: "120",
          // Firefox needs no schema, and warns of this key.
          storage: { managed_schema: "managed_schema.json" },
        }),
  }),
});
