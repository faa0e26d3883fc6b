import type { Metadata } from "next";
import { AuthCard, DeadLink } from "@/components/access/auth-card";
import { NewPasswordField } from "@/components/access/password-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { DEAD_RESET, findReset } from "@/lib/access/password-reset";
import { setNewPassword } from "@/lib/access/sign-in-actions";

export const metadata: Metadata = { title: "Set a new password" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const reset = await findReset(token);
  if (!reset) {
    return (
      <DeadLink
        title="This link does not work any more"
        action={
          <LinkButton variant="primary" href="/forgot-password">
            Ask for a new link
          </LinkButton>
        }
      >
        {DEAD_RESET.message}
      </DeadLink>
    );
  }
  return (
    <AuthCard
      title="Set a new password"
      intro={`For ${reset.email}. You will be signed out on every device and sign in again with the new one.`}
    >
      <ActionForm action={setNewPassword} label="Set a new password">
        <input type="hidden" name="token" value={token} />
        <NewPasswordField />
        <div>
          <SubmitButton>Set the password</SubmitButton>
        </div>
      </ActionForm>
    </AuthCard>
  );
}
