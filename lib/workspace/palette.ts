import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { may } from "@/lib/access/actor";
import type { Right } from "@/lib/access/rights";
import { sql } from "@/lib/server/database";

type Source = { label: string; right: Right; from: string; text: string; code: string; name: string; href: string };
export type PaletteGroup = { label: string; items: { label: string; hint: string; href: string }[] };

// Each text is the expression of the table's trigram index.
const SOURCES: readonly Source[] = [
  {
    label: "Engagements",
    right: "engagement:read",
    from: "engagement",
    text: "code || ' ' || name",
    code: "code",
    name: "name",
    href: "/engagements/",
  },
  {
    label: "RFPs",
    right: "rfp:read",
    from: "rfp",
    text: "code || ' ' || title",
    code: "code",
    name: "title",
    href: "/rfps/",
  },
  {
    label: "Contracts",
    right: "contract:read",
    from: "contract",
    text: "code || ' ' || title",
    code: "code",
    name: "title",
    href: "/contracts/",
  },
  {
    label: "Vendors",
    right: "vendor:read",
    from: "vendor",
    text: "code || ' ' || legal_name",
    code: "code",
    name: "legal_name",
    href: "/vendors/",
  },
  {
    label: "Processes",
    right: "process:read",
    from: "process",
    text: "code || ' ' || name",
    code: "code",
    name: "name",
    href: "/processes/",
  },
  {
    label: "Risks",
    right: "risk:read",
    from: "risk",
    text: "code || ' ' || title",
    code: "code",
    name: "title",
    href: "/risks/",
  },
];
const EACH = 6;

/** Finds records by name or code, only of kinds that the person may read. */
export async function searchPalette(member: MemberActor, text: string): Promise<PaletteGroup[]> {
  const words = text.trim().slice(0, 100).split(/\s+/).filter(Boolean).slice(0, 6);
  const sources = SOURCES.filter((source) => may(member, source.right));
  if (words.length === 0 || sources.length === 0) return [];
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  const parts = sources.map((source, index) => {
    const conditions = patterns.map((_, at) => `(${source.text}) ILIKE $${at + 2}`).join(" AND ");
    return `(SELECT ${index} AS source, id, ${source.code} AS code, ${source.name} AS name FROM ${source.from}
      WHERE organization_id = $1 AND ${conditions} ORDER BY ${source.code} LIMIT ${EACH})`;
  });
  const rows = await sql.rows<{ source: number; id: string; code: string; name: string }>(parts.join(" UNION ALL "), [
    member.organizationId,
    ...patterns,
  ]);
  return sources.flatMap((source, index) => {
    const items = rows
      .filter((row) => row.source === index)
      .map((row) => ({ label: row.name, hint: row.code, href: `${source.href}${row.id}` }));
    return items.length > 0 ? [{ label: source.label, items }] : [];
  });
}
