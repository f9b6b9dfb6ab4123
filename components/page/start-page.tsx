import { type ComponentType, render } from "preact";
import { copyLanguage, t } from "../../utils/copy/i18n.ts";
import { applyTheme } from "../../utils/pages/appearance.ts";
import { type OpenStored, openStored } from "../../utils/pages/open-stored.ts";
import type { StoredResult } from "../../utils/screen/stored.ts";
import { Crash } from "./Crash.tsx";

/**
 * Draws a page once, complete, as soon as what it draws from is read.
 * @param prepare loads what the first drawing needs besides
 * @returns the element that it is drawn in
 */
export async function startPage(
  title: string,
  Page: ComponentType<{ open: OpenStored }>,
  prepare?: (first: StoredResult) => Promise<unknown>,
): Promise<HTMLElement> {
  document.title = title;
  document.documentElement.lang = copyLanguage();
  document.documentElement.dir = t("direction");
  const app = document.getElementById("app");
  if (!app) throw new Error('The page has no element with the id "app".');
  const open = await openStored()
    .then(dressed)
    .catch(() => null);
  if (open && prepare) await prepare(open.first).catch(() => {});
  render(open ? <Page open={open} /> : <Crash unreadable="damaged" />, app);
  return app;
}

/** What is stored is read before anything is drawn, and so is the appearance. */
function dressed({ first, onChange }: OpenStored): OpenStored {
  const dress = (result: StoredResult) => {
    if (result.ok) applyTheme(result.stored.settings.appearance);
  };
  dress(first);
  return {
    first,
    onChange: (listener) =>
      onChange((result) => {
        dress(result);
        listener(result);
      }),
  };
}
