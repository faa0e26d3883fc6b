import { expect, test } from "vitest";
import { z } from "zod";
import { findUnsafe, isUnsafeText } from "@/lib/server/unsafe-text";
import { validate } from "@/lib/server/validate";

test("a NUL and half a character are unsafe; whole characters of any plane are not", () => {
  expect(isUnsafeText("a\0b")).toBe(true);
  expect(isUnsafeText("a\ud83d")).toBe(true);
  expect(isUnsafeText("\ude00b")).toBe(true);
  expect(isUnsafeText("Grüße 😀 漢字\n\t")).toBe(false);
});

test("says where, also in lists and in names", () => {
  expect(findUnsafe({ title: "fine", lines: [{ text: "x" }, { text: "\0" }] })).toBe("lines.1.text");
  expect(findUnsafe(JSON.parse('{"a":{"__proto__":{"admin":true}}}'))).toBe("a.?");
  expect(findUnsafe({ "\0": 1 })).toBe("?");
  expect(findUnsafe({ at: new Date(0), none: null, count: 3 })).toBeNull();
});

test("depth has an end", () => {
  let deep: unknown = "x";
  for (let level = 0; level < 5_000; level++) deep = { deep };
  expect(findUnsafe(deep)).not.toBeNull();
});

test("an input that holds it is refused at its field, before anything reads it", () => {
  expect(validate(z.object({ name: z.string() }), { name: "\ud800" })).toMatchObject({
    ok: false,
    fields: { name: [expect.any(String)] },
  });
});
