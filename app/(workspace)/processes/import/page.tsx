import { Download } from "lucide-react";
import type { Metadata } from "next";
import { ImportWizard } from "@/components/processes/import-wizard";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";

export const metadata: Metadata = { title: "Import processes" };

export default async function ImportProcessesPage() {
  await requireMember("process:import");
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Processes", href: "/processes" }, { label: "Import" }]}
        title="Import processes"
        subline="Rows are told apart by their code: new ones are created, known ones changed. All of the file or nothing."
        actions={
          <a
            href="/processes/import/sample"
            download
            className="inline-flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 font-medium shadow-card hover:bg-sunken"
          >
            <Download aria-hidden />
            Sample file
          </a>
        }
      />
      <div className="max-w-5xl">
        <ImportWizard />
      </div>
    </Page>
  );
}
