import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { jobName, progressFacts } from "@/components/settings/job-name";
import { JobStatus } from "@/components/settings/job-status";
import { RefreshWhile } from "@/components/settings/refresh-while";
import { SettingsPage } from "@/components/settings/settings-page";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { TextLink } from "@/components/ui/text-link";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { findJob } from "@/lib/server/job-list";
import { cancelJobForm } from "@/lib/server/settings-actions";

export const metadata: Metadata = { title: "Job" };

export default async function JobPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("job:read");
  const id = z.uuid().safeParse((await params).id);
  const job = id.success ? await findJob(member, id.data) : null;
  if (!job) notFound();
  const progress = progressFacts(job.progress);
  const errors = Array.isArray(job.errors) ? job.errors : [];
  return (
    <SettingsPage member={member} current="/settings/jobs">
      <RefreshWhile active={job.state === "queued" || job.state === "running"} />
      <p>
        <TextLink href="/settings/jobs">All jobs</TextLink>
      </p>
      <RecordLayout
        side={
          <Card>
            <CardHeader title="Job" />
            <KeyFacts
              facts={[
                { label: "State", value: <JobStatus state={job.state} /> },
                { label: "Asked by", value: job.createdBy?.person.name ?? job.createdByContact?.name ?? "Steward" },
                { label: "Asked", value: <InstantText instant={job.createdAt} reader={member} /> },
                { label: "Started", value: <InstantText instant={job.startedAt} reader={member} missing="Not yet" /> },
                {
                  label: "Finished",
                  value: <InstantText instant={job.finishedAt} reader={member} missing="Not yet" />,
                },
                { label: "Runs", value: job.attempts },
              ]}
            />
            {job.state === "queued" && may(member, "member:manage") ? (
              <CardBody>
                <ActionButton action={cancelJobForm} fields={{ id: job.id }} variant="danger">
                  Cancel the job
                </ActionButton>
              </CardBody>
            ) : null}
          </Card>
        }
      >
        <Card>
          <CardHeader title={jobName(job.kind)} sub={job.message ?? undefined} />
          {progress.length > 0 ? <KeyFacts facts={progress} /> : <CardBody>No figures yet.</CardBody>}
        </Card>
        {errors.length > 0 ? (
          <Card>
            <CardHeader title="First errors" />
            <CardBody>
              <ol className="grid gap-1 text-sm">
                {errors.slice(0, 100).map((error, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a list that is written once
                  <li key={index}>{typeof error === "string" ? error : describeError(error)}</li>
                ))}
              </ol>
            </CardBody>
          </Card>
        ) : null}
      </RecordLayout>
    </SettingsPage>
  );
}

/** `{ line: 7, column: "opened_at", message: "…" }` as one line of text. */
function describeError(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  return Object.entries(error)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => (name === "message" ? String(value) : `${name} ${String(value)}`))
    .join(" · ");
}
