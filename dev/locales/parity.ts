/** The texts of a language file: nested by topic, with the forms of a plural side by side. */
export type Texts = { readonly [key: string]: string | Texts };

/**
 * What is wrong with a translation, as sentences. What it lacks is not: that is shown in English.
 *
 * @param source the texts in English
 * @param translated the same keys in another language
 */
export function translationProblems(source: Texts, translated: Texts): string[] {
  const known = flattened(source);
  return [...flattened(translated)].flatMap(([key, text]) => {
    const original = known.get(key) ?? known.get(key.replace(/\.(zero|two|few|many)$/, ".other"));
    if (original === undefined) return [`${key} is no text of ours.`];
    const lost = placeholders(original).filter((one) => !text.includes(one));
    const invented = placeholders(text).filter((one) => !original.includes(one));
    // "One calendar" may do without its number.
    const isForm = /\.(zero|one|two)$/.test(key);
    return [
      ...(isForm ? [] : lost.map((one) => `${key} has lost ${one}.`)),
      ...invented.map((one) => `${key} has ${one}, for which nothing comes in.`),
    ];
  });
}

function flattened(texts: Texts, path: readonly string[] = []): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string"
        ? [[[...path, key].join("."), value] as const]
        : [...flattened(value, [...path, key])],
    ),
  );
}

function placeholders(text: string): string[] {
  return text.match(/\$\d/g) ?? [];
}
