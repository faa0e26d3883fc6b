import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayAfter, waitingText } from "@/lib/access/rules/attempts";
import { passwordProblem } from "@/lib/access/rules/password";
import { safeNext, signInHref } from "@/lib/access/safe-next";

describe("where to go after a sign-in", () => {
  test.each([
    ["/engagements?state=active#top", "/engagements?state=active#top"],
    ["/", "/"],
    [undefined, "/"],
    [["/a", "/b"], "/"],
    ["https://elsewhere.example/", "/"],
    ["//elsewhere.example", "/"],
    ["/\\elsewhere.example", "/"],
    ["/.//elsewhere.example", "/"],
    ["/..//elsewhere.example", "/"],
    ["/a\\b", "/"],
    ["/\telsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
    [" /home", "/"],
    ["/sign-in?next=/x", "/"],
    ["/sign-out", "/"],
    ["/api/auth/signout", "/"],
    ["/sign-information", "/sign-information"],
    [`/${"a".repeat(2001)}`, "/"],
  ])("%j leads to %s", (given, expected) => {
    expect(safeNext(given)).toBe(expected);
  });

  test("never leaves this site", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("/", "\\", ".", ":", "@", "a", "%", "2", "f", "\t", "?") }),
        (text) => {
          const next = safeNext(`/${text}`);
          expect(new URL(next, "https://steward.test").origin).toBe("https://steward.test");
          expect(next).toMatch(/^\/(?!\/)/);
        },
      ),
    );
  });

  test("is carried along to the sign-in page", () => {
    expect(signInHref("/risks?q=a&b=c")).toBe("/sign-in?next=%2Frisks%3Fq%3Da%26b%3Dc");
    expect(signInHref("/")).toBe("/sign-in");
    expect(signInHref(null)).toBe("/sign-in");
  });
});

describe("a new password", () => {
  const owner = { email: "ada.winterbourne@example.test", name: "Ada Winterbourne" };
  test.each([
    ["elevenchars", "Use at least 12 characters."],
    ["twelve chars", null],
    ["copper meadow ladder", null],
    ["péché été mañana", null],
    ["aaaaaaaaaaaaaaa", "Use more different characters."],
    ["abcabcabcabcabc", "Use more different characters."],
    ["passwordpassword", "This password is one of the first that anybody would try."],
    ["PasswordPassword123!", "This password is one of the first that anybody would try."],
    ["Administrator2026", "This password is one of the first that anybody would try."],
    ["abcdefghijkl", "Do not use a row of keys or letters."],
    ["qwertyuiopas", "Do not use a row of keys or letters."],
    ["012345678901", "Do not use a row of keys or letters."],
    ["ada.winterbourne", "Do not use your name or your e-mail address."],
    ["Ada Winterbourne1", "Do not use your name or your e-mail address."],
    ["x".repeat(100) + "abcd".repeat(26), "At most 200 characters."],
  ])("%s: %s", (password, problem) => {
    expect(passwordProblem(password, owner)).toBe(problem);
  });
});

describe("waiting after wrong tries", () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 15],
    [6, 30],
    [7, 60],
    [10, 480],
    [11, 900],
    [1000, 900],
  ])("after %i: %i seconds", (tries, seconds) => {
    expect(delayAfter(tries, 5)).toBe(seconds);
  });

  test.each([
    [0.2, "1 second"],
    [1, "1 second"],
    [2, "2 seconds"],
    [90, "90 seconds"],
    [91, "2 minutes"],
    [900, "15 minutes"],
  ])("%d seconds read %s", (seconds, text) => {
    expect(waitingText(seconds)).toBe(text);
  });
});
