import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/access/auth-card";
import { PasswordField } from "@/components/access/password-fields";
import { SampleSignIns } from "@/components/access/sample-sign-ins";
import { ActionForm } from "@/components/ui/action-form";
import { Note } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { findSigned } from "@/lib/access/current-session";
import { safeNext } from "@/lib/access/safe-next";
import { findSampleSignIns } from "@/lib/access/sample";
import { signIn } from "@/lib/access/sign-in-actions";

export const metadata: Metadata = { title: "Sign in" };

type Search = { next?: string | string[]; reset?: string | string[] };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { next, reset } = await searchParams;
  const goal = safeNext(next);
  if (await findSigned()) redirect(goal);
  const sample = await findSampleSignIns();
  return (
    <>
      {reset === "done" ? <Note tone="good">Your new password is set. Sign in with it.</Note> : null}
      <AuthCard title="Sign in" intro={goal === "/" ? undefined : "You will come back to the page you asked for."}>
        <ActionForm action={signIn} refusedTitle="Not signed in" label="Sign in">
          <input type="hidden" name="next" value={goal} />
          <Field name="email" label="E-mail address" required>
            <Input type="email" autoComplete="username" autoFocus />
          </Field>
          <PasswordField />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <SubmitButton>Sign in</SubmitButton>
            <Link href="/forgot-password" className="text-accent text-sm underline">
              Forgot your password?
            </Link>
          </div>
        </ActionForm>
      </AuthCard>
      {sample ? <SampleSignIns {...sample} /> : null}
    </>
  );
}
