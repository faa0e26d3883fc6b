export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

/** What a browser sends is text; anything else than the three names means "as the system is set". */
export function readTheme(text: unknown): Theme {
  return THEMES.find((theme) => theme === text) ?? "system";
}
