import type { GeneratedI18nStructure } from "#i18n";

/** A text in `locales/en.yml`, levels joined by dots. New ones are known after `wxt prepare`. */
export type WordKey = Exclude<keyof GeneratedI18nStructure, `@@${string}`>;
/** A group in `locales/en.yml` with a text for each plural category of its language. */
export type PluralKey = WordKey extends infer K ? (K extends `${infer Group}.other` ? Group : never) : never;
/** `key-rejected` as `key_rejected`: browsers refuse a hyphen in a name. */
export type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : S;

/** A kind or reason in the form that it has within a key, e.g. `` t(`finding.${underscored(kind)}.what`) ``. */
export function underscored<S extends string>(name: S): Underscored<S> {
  return name.replaceAll("-", "_") as Underscored<S>;
}

/**
 * The text of a key in the person's language.
 * @param substitutions stand in for `$1`, `$2` … (at most 9)
 * @returns the key itself when there is no such text: a gap shows, and nothing breaks
 */
export function t(key: WordKey, substitutions: readonly (string | number)[] = []): string {
  return lookUp(key, substitutions) || key;
}

/**
 * The text of a key for a number, by the plural rules of the language that the texts are in.
 * @param substitutions stand in for `$2`, `$3` …; `$1` is the number
 */
export function plural(
  key: PluralKey,
  count: number,
  substitutions: readonly (string | number)[] = [],
): string {
  const language = copyLanguage();
  const all = [new Intl.NumberFormat(language).format(count), ...substitutions];
  const category = new Intl.PluralRules(language).select(count);
  return lookUp(`${key}.${category}`, all) || lookUp(`${key}.other`, all) || key;
}

/**
 * The language of the texts, which is not always the browser's: a browser in a language without texts shows the English
 * ones, and they need English plurals. Of the browser's own regional form (`en-GB`) when the language is the same.
 */
export function copyLanguage(): string {
  const words = lookUp("language", []) || "en";
  const browsers = browserLanguage();
  return browsers.split("-")[0] === words.split("-")[0] ? browsers : words;
}

/** "Family, Work, and Birthdays". */
export function listOf(items: readonly string[]): string {
  return new Intl.ListFormat(copyLanguage()).format(items);
}

/** The language that the browser itself is in, e.g. `de-AT`. */
export function browserLanguage(): string {
  return lookUp("@@ui_locale", []).replaceAll("_", "-");
}

// WHY [not from wxt/browser]: with that comes a library, and the popup says its first words before anything is loaded. Firefox has
// this name as well.
type WithChrome = { chrome: { i18n: { getMessage(name: string, substitutions: string[]): string } } };

function lookUp(key: string, substitutions: readonly (string | number)[]): string {
  const { chrome } = globalThis as unknown as WithChrome;
  return chrome.i18n.getMessage(key.replaceAll(".", "_"), substitutions.map(String));
}
