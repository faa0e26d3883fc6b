import type { Metadata } from "next";
import Link from "next/link";
import { AuthCard, DeadLink } from "@/components/access/auth-card";
import { NewPasswordField, PasswordField } from "@/components/access/password-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { findInvitation, type OpenInvitation } from "@/lib/access/accept-invitation";
import { acceptInvitationForm, joinByInvitationForm } from "@/lib/access/sign-in-actions";

export const metadata: Metadata = { title: "Invitation" };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token);
  if (!invitation) {
    return (
      <DeadLink
        title="This invitation does not work any more"
        action={
          <LinkButton variant="primary" href="/sign-in">
            Sign in
          </LinkButton>
        }
      >
        It was used already, withdrawn, or is too old. If you cannot sign in, ask whoever invited you for a new one.
      </DeadLink>
    );
  }
  return (
    <AuthCard title={titleOf(invitation)} intro={introOf(invitation)}>
      {invitation.hasAccount ? <JoinForm token={token} /> : <AccountForm token={token} name={invitation.name} />}
    </AuthCard>
  );
}

function titleOf({ organizationName, vendorName }: OpenInvitation): string {
  return vendorName ? `Vendor portal of ${organizationName}` : `Join ${organizationName}`;
}

function introOf({ email, vendorName, hasAccount }: OpenInvitation): string {
  const purpose = vendorName ? `You answer for ${vendorName}. ` : "";
  return hasAccount
    ? `${purpose}You have an account as ${email} already: confirm with its password.`
    : `${purpose}Make your account for ${email}.`;
}

function AccountForm({ token, name }: { token: string; name: string }) {
  return (
    <ActionForm action={acceptInvitationForm} label="Make your account">
      <input type="hidden" name="token" value={token} />
      <Field name="name" label="Your name" required>
        <Input autoComplete="name" defaultValue={name} />
      </Field>
      <NewPasswordField label="Password" />
      <div>
        <SubmitButton>Accept and sign in</SubmitButton>
      </div>
    </ActionForm>
  );
}

function JoinForm({ token }: { token: string }) {
  return (
    <ActionForm action={joinByInvitationForm} label="Accept the invitation">
      <input type="hidden" name="token" value={token} />
      <PasswordField />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SubmitButton>Accept and sign in</SubmitButton>
        <Link href="/forgot-password" className="text-accent text-sm underline">
          Forgot your password?
        </Link>
      </div>
    </ActionForm>
  );
}
