import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { IndexHtmlTransformContext, ResolvedConfig } from "vite";

const OF_FIRST_SCREEN = "../../components/popup/first-screen";
const KEPT_WORDS = fileURLToPath(import.meta.resolve(`${OF_FIRST_SCREEN}/kept-words.ts`));
const PLAIN_JSX = fileURLToPath(import.meta.resolve(`${OF_FIRST_SCREEN}/plain-jsx.ts`));

/**
 * A script that is one file for itself is built as a library. It has to be small: so it gets neither the library that the pages have,
 * nor the browser's words.
 */
let isOneFile = false;
const oneFile = {
  name: "one-file",
  enforce: "pre",
  configResolved: ({ build }: ResolvedConfig) => {
    isOneFile = Boolean(build.lib);
    const { output } = build.rolldownOptions;
    if (isOneFile && output && !Array.isArray(output)) output.codeSplitting = false;
  },
  resolveId: (id: string) => {
    if (!isOneFile) return null;
    if (id.endsWith("/copy/i18n.ts")) return KEPT_WORDS;
    return id === "preact/jsx-runtime" ? PLAIN_JSX : null;
  },
} as const;

const PRELOADED = /<link rel="modulepreload"[^>]*href="([^"]+)"[^>]*>\s*/g;
const FIRST_SCRIPT = 'src="/popup-first.js"';

/** Hashes of the styles that stand in pages. */
const styles = new Set<string>();

/**
 * Puts the style of the popup into its page, and leaves it to its first script to load the rest, once the first screen is painted.
 *
 * WHY: of a style sheet Chrome reads all words of the extension before it hands it out, as it may name some; and modules of the page are
 * loaded and run before anything is painted.
 */
const firstScreenFirst = {
  name: "first-screen-first",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html: string, { bundle = {} }: IndexHtmlTransformContext) => {
      const [module = "", rest] =
        html.match(/<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>\s*/) ?? [];
      if (!html.includes(FIRST_SCRIPT)) return html;
      const needed = [...html.matchAll(PRELOADED)].map(([, file]) => file);
      return html
        .replace(module, "")
        .replace(PRELOADED, "")
        .replace(FIRST_SCRIPT, `${FIRST_SCRIPT} data-rest="${[rest, ...needed].join(" ")}"`)
        .replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g, (link, file: string) => {
          const sheet = bundle[file];
          if (sheet?.type !== "asset") return link;
          const style = String(sheet.source).trim();
          delete bundle[file];
          styles.add(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
          return `<style>${style}</style>`;
        });
    },
  },
} as const;

/** What lets the popup be painted before the rest of it is loaded. */
export const plugins = [oneFile, firstScreenFirst];

/** Allows the styles that stand in pages, and no other. @param policy of the extension's pages */
export function allowStyles(policy: string): string {
  return policy.replace("style-src 'self'", ["style-src 'self'", ...styles].join(" "));
}
