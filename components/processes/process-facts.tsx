import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { Badge } from "@/components/ui/status";
import { categoryLabels, dataCategoryLabels, functionLabels, gradeLabels } from "@/lib/processes/labels";
import type { ProcessView } from "@/lib/processes/schema";
import type { Reader } from "@/lib/shared/format";

function Words({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}

/** The right column of a process: what it is, what it needs, what it measures today. */
export function ProcessFacts({ process, reader }: { process: ProcessView; reader: Reader }) {
  const list = (words: readonly string[]) => (words.length > 0 ? <Words words={words} /> : null);
  return (
    <>
      <Card>
        <CardHeader title="Key facts" />
        <KeyFacts
          facts={[
            { label: "Function", value: functionLabels[process.function] },
            { label: "Category", value: categoryLabels[process.category] },
            { label: "Unit", value: process.businessUnit || null },
            { label: "Owner", value: process.owner?.name ?? null },
            { label: "Core", value: process.isCore ? "Yes" : "No" },
            { label: "Critical", value: process.isCritical ? "Yes" : "No" },
            { label: "Complexity", value: process.complexity ? gradeLabels[String(process.complexity)] : null },
            {
              label: "Documentation",
              value: process.documentation ? gradeLabels[String(process.documentation)] : null,
            },
            { label: "Data", value: list(process.dataCategories.map((category) => dataCategoryLabels[category])) },
            { label: "Regulations", value: list(process.regulations) },
            { label: "Systems", value: list(process.systems) },
            { label: "Skills", value: list(process.skills) },
            { label: "Changed", value: <InstantText instant={process.updatedAt} reader={reader} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="Figures of today" />
        {process.baseline.length > 0 ? (
          <KeyFacts
            facts={process.baseline.map((figure) => ({
              label: figure.name,
              value: <DecimalText value={figure.value} unit={figure.unit} reader={reader} />,
            }))}
          />
        ) : (
          <p className="px-4 py-3.5 text-ink-2">None yet. A provider's results are compared with them later.</p>
        )}
      </Card>
    </>
  );
}
