import { notFound, redirect } from "next/navigation";
import { requireMember } from "@/lib/access/session";
import { findContractOfAmendment } from "@/lib/contracts/queries";
import { recordId } from "@/lib/shared/inputs";

/** From an approval, which knows the amendment alone, to its page on the contract. */
export default async function AmendmentAddress({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const { id } = await params;
  const reader = { organizationId: member.organizationId };
  const contractId = recordId.safeParse(id).success ? await findContractOfAmendment(reader, id) : null;
  if (!contractId) notFound();
  redirect(`/contracts/${contractId}/amendments/${id}`);
}
