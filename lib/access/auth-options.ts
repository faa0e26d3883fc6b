import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { environment } from "@/lib/server/environment";
import { validate } from "@/lib/server/validate";
import type { Device } from "./open-session";
import { signInSchema } from "./schema";
import { LONGEST_SESSION_DAYS, sessionCookieName, sessionCookieOptions } from "./session-cookie";
import { findSession } from "./session-row";
import { type SignInOutcome, signInWithPassword } from "./sign-in";

const MAX_AGE = LONGEST_SESSION_DAYS * 24 * 60 * 60;

/**
 * next-auth over the same check and the same cookie as the sign-in page, for programs that sign in over HTTP.
 * `onOutcome` learns what the check said, because next-auth itself only passes a message on.
 */
export function authOptions(device: Device, onOutcome: (outcome: SignInOutcome) => void): NextAuthOptions {
  return {
    secret: environment().STEWARD_SECRET,
    session: { strategy: "jwt", maxAge: MAX_AGE },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [
      Credentials({
        name: "Steward",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        async authorize(credentials) {
          const input = validate(signInSchema, { email: credentials?.email, password: credentials?.password });
          if (!input.ok) return null;
          const outcome = await signInWithPassword(input.value, device);
          onOutcome(outcome);
          if (!outcome.ok) throw new Error(outcome.message);
          return { id: outcome.value.sessionId };
        },
      }),
    ],
    callbacks: {
      // At sign-in `user` is what authorize answered: the id of the new session row.
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const row = await findSession(typeof token.sid === "string" ? token.sid : null);
        return { expires: session.expires, user: row ? { name: row.name, email: row.email } : undefined };
      },
    },
  };
}
