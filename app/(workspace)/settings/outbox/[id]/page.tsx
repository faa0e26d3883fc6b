import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { LinkedText } from "@/components/settings/linked-text";
import { OutboxStatus } from "@/components/settings/outbox-status";
import { SettingsPage } from "@/components/settings/settings-page";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/access/session";
import { readMessage } from "@/lib/server/outbox-list";
import { sendAgainForm } from "@/lib/server/settings-actions";

export const metadata: Metadata = { title: "E-mail" };

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("outbox:read");
  const id = z.uuid().safeParse((await params).id);
  const message = id.success ? await readMessage(member, id.data) : null;
  if (!message) notFound();
  const facts = [
    { label: "To", value: message.recipient },
    { label: "State", value: <OutboxStatus state={message.state} /> },
    { label: "Written", value: <InstantText instant={message.createdAt} reader={member} /> },
    { label: "Sent", value: <InstantText instant={message.sentAt} reader={member} missing="Not yet" /> },
    { label: "Tries", value: message.attempts },
    { label: "Last error", value: message.lastError },
  ];
  return (
    <SettingsPage member={member} current="/settings/outbox">
      <p>
        <TextLink href="/settings/outbox">All e-mails</TextLink>
      </p>
      <RecordLayout
        side={
          <Card>
            <CardHeader title="Delivery" />
            <KeyFacts facts={facts} />
            {message.state === "failed" ? (
              <CardBody>
                <ActionButton action={sendAgainForm} fields={{ id: message.id }}>
                  Try again
                </ActionButton>
              </CardBody>
            ) : null}
          </Card>
        }
      >
        <Card>
          <CardHeader title={message.subject} sub="That you opened it is written in the audit log." />
          <CardBody>
            {message.body === null ? (
              <p className="text-ink-2">The mail server delivers it. Its text is for the person it is addressed to.</p>
            ) : (
              <LinkedText text={message.body} />
            )}
          </CardBody>
        </Card>
      </RecordLayout>
    </SettingsPage>
  );
}
