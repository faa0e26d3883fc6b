const HOME = "/";

/** Only a path on this site may follow a sign-in; anything that a browser could read as another site is dropped. */
export function safeNext(text: unknown): string {
  if (typeof text !== "string" || text.length > 2000) return HOME;
  if (!/^\/(?![/\\])[^\\\s]*$/.test(text) || hasControl(text)) return HOME;
  const base = "http://steward.invalid";
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  // Taking out dots may leave two slashes at the start: "/.//elsewhere".
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return HOME;
  if (/^\/(sign-in|sign-out|api)(\/|$)/.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}

function hasControl(text: string): boolean {
  return [...text].some((character) => character.charCodeAt(0) < 32 || character.charCodeAt(0) === 127);
}

/** Where to sign in, and come back from afterwards. */
export function signInHref(path: string | null): string {
  const next = safeNext(path);
  return next === HOME ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
