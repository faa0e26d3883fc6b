"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/choice";
import { FileInput } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";

type JobView = {
  state: "queued" | "running" | "done" | "failed" | "cancelled";
  message: string | null;
  progress: { rowsRead?: number; phase?: string };
};
type Stage =
  | { kind: "idle" }
  | { kind: "uploading"; percent: number }
  | { kind: "importing"; jobId: string; view: JobView | null }
  | { kind: "refused"; message: string };

const LOOK_EVERY_MS = 1000;

/** Uploads with progress, then follows the import. It goes on when the page is left. */
export function CaseUpload({ address, jobsAddress, locale }: { address: string; jobsAddress: string; locale: string }) {
  const router = useRouter();
  const [stage, setStage] = useState<Stage>({ kind: "idle" });
  const jobId = stage.kind === "importing" ? stage.jobId : null;

  useEffect(() => {
    if (!jobId) return;
    let isLeft = false;
    const look = async () => {
      const answer = await fetch(`${jobsAddress}/${jobId}`, { cache: "no-store" }).catch(() => null);
      if (isLeft) return;
      if (answer?.ok) {
        const view = (await answer.json()) as JobView;
        setStage({ kind: "importing", jobId, view });
        if (view.state === "done" || view.state === "failed") {
          router.refresh();
          return;
        }
      }
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    let timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [jobId, jobsAddress, router]);

  function upload(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      setStage({ kind: "refused", message: "Choose a file first." });
      return;
    }
    const query = new URLSearchParams({ fileName: file.name, onError: form.get("skip") ? "skip" : "refuse" });
    // fetch does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", `${address}&${query}`);
    request.setRequestHeader("Content-Type", "text/csv");
    request.upload.onprogress = ({ loaded, total }) => setStage({ kind: "uploading", percent: (100 * loaded) / total });
    request.onerror = () => setStage({ kind: "refused", message: "The upload broke off. Try again." });
    request.onload = () => {
      const answer = JSON.parse(request.responseText || "{}") as { id?: string; message?: string };
      if (request.status === 202 && answer.id) setStage({ kind: "importing", jobId: answer.id, view: null });
      else setStage({ kind: "refused", message: answer.message ?? "The file was not accepted." });
    };
    setStage({ kind: "uploading", percent: 0 });
    request.send(file);
  }

  const isBusy = stage.kind === "uploading" || (stage.kind === "importing" && !isOver(stage.view));
  return (
    <form onSubmit={upload} className="grid gap-3" aria-label="Upload cases">
      <div className="grid gap-1">
        <label htmlFor="case-file" className="font-medium text-sm">
          File
        </label>
        <FileInput
          id="case-file"
          name="file"
          accept=".csv,.txt,.tsv,text/csv"
          hint="CSV of any size, read with the saved mapping"
        />
      </div>
      <Checkbox
        name="skip"
        label="Leave bad rows out"
        help="Otherwise nothing is imported as long as one row is not usable."
      />
      <div>
        <Button type="submit" variant="primary" pending={isBusy} aria-disabled={isBusy || undefined}>
          Import cases
        </Button>
      </div>
      <div role="status" className="grid gap-2 empty:hidden">
        <StageText stage={stage} locale={locale} />
      </div>
    </form>
  );
}

function isOver(view: JobView | null): boolean {
  return view?.state === "done" || view?.state === "failed" || view?.state === "cancelled";
}

function StageText({ stage, locale }: { stage: Stage; locale: string }) {
  if (stage.kind === "idle") return null;
  if (stage.kind === "refused") return <Note tone="bad">{stage.message}</Note>;
  if (stage.kind === "uploading")
    return (
      <>
        <p className="text-ink-2 text-sm">Uploading, {Math.floor(stage.percent)} %</p>
        <Progress value={stage.percent} max={100} label="Upload" />
      </>
    );
  const { view } = stage;
  if (view?.state === "done") return <Note tone="good">{view.message}</Note>;
  if (view?.state === "failed") return <Note tone="bad">{view.message}</Note>;
  const rows = view?.progress.rowsRead;
  const read = rows === undefined ? "" : `, ${new Intl.NumberFormat(locale).format(rows)} rows read`;
  const doing = view?.progress.phase === "storing" ? "Storing and computing" : "Importing";
  return <p className="text-ink-2 text-sm">{`${doing}${read}. You can leave this page.`}</p>;
}
