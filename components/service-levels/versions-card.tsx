import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import type { VersionRecord } from "@/lib/service-levels/queries/versions";
import { formatInstant, formatMoney, type Reader } from "@/lib/shared/format";

type VersionsCardProps = { versions: readonly VersionRecord[]; currency: string; reader: Reader };

const SIDE = { client: "for the client", vendor: "for the vendor" } as const;

/** Each version of the month with its hash and the names under it: what was agreed, and by whom. */
export function VersionsCard({ versions, currency, reader }: VersionsCardProps) {
  // What was verified and then locked is one version with one hash: shown once, as locked.
  const shown = versions.filter(
    (version) =>
      version.kind === "locked" ||
      !versions.some((other) => other.number === version.number && other.kind === "locked"),
  );
  const namesOf = (version: VersionRecord) =>
    versions.filter((other) => other.contentHash === version.contentHash).flatMap((other) => other.signatures);
  return (
    <Card>
      <CardHeader title="Versions" sub="Frozen with everything they were computed from." />
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-4 px-4 py-3.5">
        {shown.map((version) => (
          <li key={version.id} className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">
                Version {version.number}, {version.kind}
              </span>
              <span className="tabular">{formatMoney(version.creditTotal, currency, reader, { digits: "paid" })}</span>
            </p>
            <p className="flex items-center gap-1 text-ink-3 text-xs">
              <code className="min-w-0 truncate" title={version.contentHash}>
                SHA-256 {version.contentHash}
              </code>
              <CopyButton text={version.contentHash} label="Copy hash" />
            </p>
            {version.restatementId ? (
              <p className="text-ink-2 text-sm">Restated; accepted by {version.acceptedBy ?? "the other side"}.</p>
            ) : null}
            {namesOf(version).map((name) => (
              <p key={`${name.side} ${name.signedAt}`} className="text-ink-2 text-sm">
                Signed {SIDE[name.side]}: {name.signedName}, {formatInstant(name.signedAt, reader)}
              </p>
            ))}
            {version.kind === "verified" && namesOf(version).length === 0 ? (
              <p className="text-ink-2 text-sm">Nobody has signed it yet.</p>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
