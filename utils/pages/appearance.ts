import type { Appearance } from "../store/records.ts";

const BY_SYSTEM = "(prefers-color-scheme: dark)";
const DARK_RULES_APPLY: Record<Appearance, string> = { system: BY_SYSTEM, light: "not all", dark: "all" };

let darkRules: CSSMediaRule[] | undefined;

/**
 * Shows this page light or dark, as chosen.
 *
 * WHY [media of a rule]: so the dark colours are written down once, where the system's choice finds them without any
 * script. `light-dark()` would do the same, but not yet in Chrome 120.
 */
export function wear(appearance: Appearance): void {
  // Found once: a rule whose media were changed does not show any more what it is for.
  darkRules ??= [...document.styleSheets].flatMap(darkRulesOf);
  for (const { media } of darkRules) media.mediaText = DARK_RULES_APPLY[appearance];
  // Scroll bars, selects and check boxes are drawn by the browser.
  document.documentElement.style.colorScheme = appearance === "system" ? "" : appearance;
}

function darkRulesOf(sheet: CSSStyleSheet): CSSMediaRule[] {
  return [...sheet.cssRules].filter(
    (rule) => rule instanceof CSSMediaRule && rule.media.mediaText === BY_SYSTEM,
  ) as CSSMediaRule[];
}
