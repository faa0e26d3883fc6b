import { KeyFacts } from "@/components/ui/key-facts";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import type { CaseLogRecord } from "@/lib/service-levels/queries/records";

/** A saved mapping in short. */
export function MappingFacts({ log }: { log: CaseLogRecord }) {
  const mapping = log.mapping as unknown as CaseLogMapping;
  return (
    <KeyFacts
      facts={[
        { label: "Case", value: mapping.caseNumber },
        { label: "Opened", value: mapping.opened },
        { label: "First response", value: mapping.firstResponse },
        { label: "Resolved", value: mapping.resolved },
        { label: "Closed", value: mapping.closed },
        { label: "Paused", value: mapping.pausedSeconds },
        { label: "Dates", value: mapping.datePattern },
        { label: "Time zone", value: log.timeZone },
        { label: "Nothing is", value: mapping.emptyMarkers.length > 0 ? mapping.emptyMarkers.join(" ") : null },
        { label: "Also kept", value: mapping.attributes.length > 0 ? mapping.attributes.join(", ") : null },
      ]}
    />
  );
}
