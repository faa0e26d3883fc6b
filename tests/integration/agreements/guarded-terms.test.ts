import { expect, test } from "vitest";
import { assembleText } from "@/lib/agreements/queries/assemble-text";
import { withoutInternalTerms } from "@/lib/contracts/labels";
import { STRUCTURED_TERMS } from "@/lib/contracts/text-part";
import { db, sql } from "@/lib/server/database";
import { makeDraft, makePlace } from "@/tests/support/contracts";

const column = (term: string) => term.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const agreed = [...withoutInternalTerms, ...STRUCTURED_TERMS];

test("every term that both sides sign is guarded by the database once the contract runs", async () => {
  const [guard] = await sql.rows<{ body: string }>(
    "SELECT prosrc AS body FROM pg_proc WHERE proname = 'refuse_unagreed_contract'",
  );
  const forgotten = agreed.filter((term) => !new RegExp(`NEW\\.${column(term)}\\b`).test(guard?.body ?? ""));
  expect(forgotten).toEqual([]);
});

test("and stands in the text that they sign", async () => {
  const place = await makePlace();
  const draft = await makeDraft(place, { liabilityCap: "5000", yearlyCapPercent: "8", governingLaw: "Germany" });
  const text = await assembleText(db, place.organization.id, draft.id);
  expect(Object.keys(text?.terms ?? {}).sort()).toEqual([...agreed].sort());
  expect(text?.terms).not.toHaveProperty("internalLeadDays");
  const row: Record<string, unknown> = await db.contract.findUniqueOrThrow({ where: { id: draft.id } });
  const lost = agreed.filter((term) => (row[term] === null) !== (text?.terms[term]?.[0]?.value === null));
  expect(lost).toEqual([]);
});
