import type { Settings } from "../core/settings/table.ts";

type Appearance = Settings["appearance"];

const DARK_APPLIES: Record<Appearance, string> = {
  system: "(prefers-color-scheme: dark)",
  light: "not all",
  dark: "all",
};
/** Where it is read before `browser.storage` could answer, which is after the first painting. */
const REMEMBERED = "appearance";

/**
 * Shows this page light or dark, as chosen.
 *
 * WHY [media of a rule]: so the dark colours are written down once, where the system's choice finds them without any
 * script. `light-dark()` would do the same, but not yet in Chrome 120. (docs/decisions/0026-dark-colours-once.md)
 */
export function applyTheme(appearance: Appearance): void {
  for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])) {
    if (isDarkRule(rule)) rule.media.mediaText = DARK_APPLIES[appearance];
  }
  // Scroll bars, selects and check boxes are drawn by the browser.
  document.documentElement.style.colorScheme = appearance === "system" ? "" : appearance;
  try {
    localStorage.setItem(REMEMBERED, appearance);
  } catch {
    // Some people forbid it; then the colours come a moment later.
  }
}

/** The same with what was worn last, so that no blank page of the other colour flashes up. */
export function applySavedTheme(): void {
  const appearance = remembered();
  if (appearance === "light" || appearance === "dark") applyTheme(appearance);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** Also one that was changed already. No other rule is for these media. */
function isDarkRule(rule: CSSRule): rule is CSSMediaRule {
  return rule instanceof CSSMediaRule && Object.values(DARK_APPLIES).includes(rule.media.mediaText);
}
