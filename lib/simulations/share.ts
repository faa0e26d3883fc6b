import type { z } from "zod";

/** Longer addresses are cut by some mail programs and proxies. */
const LONGEST = 6000;
export const SHARE_PARAMETER = "in";

/** Values as they stand in an address; null when they are too many for one. */
export function encodeShared(body: unknown): string | null {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const text = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return text.length > LONGEST ? null : text;
}

/** The values of an address, if they are ones that the simulator takes. */
export function decodeShared<Body>(schema: z.ZodType<unknown, Body>, text: string | string[] | undefined): Body | null {
  if (typeof text !== "string" || text === "" || text.length > LONGEST) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const body: unknown = JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (sign) => sign.charCodeAt(0))));
    return schema.safeParse(body).success ? (body as Body) : null;
  } catch {
    return null; // Not something that was ever given out: the page begins with its example.
  }
}
