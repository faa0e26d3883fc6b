import type { Metadata } from "next";
import Link from "next/link";
import { AuthCard } from "@/components/access/auth-card";
import { SentForm } from "@/components/access/sent-form";
import { environment } from "@/lib/server/environment";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPasswordPage() {
  return (
    <AuthCard title="Set a new password" intro="Write your e-mail address and we send you a link to set a new one.">
      <SentForm hasMailServer={environment().SMTP_URL !== undefined} />
      <p className="text-sm">
        <Link href="/sign-in" className="text-accent underline">
          Back to sign in
        </Link>
      </p>
    </AuthCard>
  );
}
