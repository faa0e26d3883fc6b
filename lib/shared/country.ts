// Making the names of a language takes longer than a page; there are few languages.
const names = new Map<string, Intl.DisplayNames>();
const MOST_LANGUAGES = 50;

/** `DE` as a reader of that locale says it; the code itself when it is none. */
export function countryName(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const known = names.get(locale);
  if (known) return known.of(code) ?? code;
  if (names.size >= MOST_LANGUAGES) names.clear();
  const made = new Intl.DisplayNames([locale], { type: "region" });
  names.set(locale, made);
  return made.of(code) ?? code;
}
