import { type ComponentType, render } from "preact";
import { type OpenStored, openStored } from "../../utils/pages/open-stored.ts";
import { t, wordsLanguage } from "../../utils/words.ts";
import { Crash } from "./Crash.tsx";
import "./base.css";
import "./controls.css";
import "./crash.css";

/** Draws a page once, complete, as soon as what it draws from is read. */
export async function startPage(title: string, Page: ComponentType<{ open: OpenStored }>): Promise<void> {
  document.title = title;
  document.documentElement.lang = wordsLanguage();
  document.documentElement.dir = t("direction");
  const app = document.getElementById("app");
  if (!app) throw new Error('The page has no element with the id "app".');
  const open = await openStored().catch(() => null);
  render(open ? <Page open={open} /> : <Crash unreadable="damaged" />, app);
}
