"use server";

import { cookies } from "next/headers";
import { readTheme, THEME_COOKIE } from "./theme";

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Remembers light, dark or system for this browser. It is a taste, not a record: no right and no audit event. */
export async function setTheme(form: FormData): Promise<void> {
  const store = await cookies();
  store.set(THEME_COOKIE, readTheme(form.get("theme")), {
    path: "/",
    maxAge: ONE_YEAR,
    sameSite: "lax",
    httpOnly: true,
  });
}
