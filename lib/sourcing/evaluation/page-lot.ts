import "server-only";
import { notFound, redirect } from "next/navigation";
import { requireMember } from "@/lib/access/session";
import { db } from "@/lib/server/database";
import { isRecordId } from "../record-id";
import { findLot } from "./queries";

/** For the pages of an evaluation: the person, and the lot. The id of an RFP leads to its first lot, on the same tab. */
export async function requireLot(params: Promise<{ id: string }>, tab = "") {
  const member = await requireMember("bid:read");
  const { id } = await params;
  if (!isRecordId(id)) notFound();
  const lot = await findLot(member.organizationId, id);
  if (lot) return { member, lot };
  const first = await db.rfpLot.findFirst({
    where: { rfpId: id, organizationId: member.organizationId, rfp: { state: { notIn: ["draft", "cancelled"] } } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return first ? redirect(`/evaluations/${first.id}${tab}`) : notFound();
}
