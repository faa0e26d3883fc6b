import { may } from "@/lib/access/actor";
import { findVendorActor } from "@/lib/access/session";
import { findProposedDocuments } from "@/lib/agreements/queries/amendments";
import { listDocuments } from "@/lib/contracts/documents";
import { readVendorContractOf } from "@/lib/contracts/read";
import { downloadOf } from "@/lib/server/download";

type Context = { params: Promise<{ id: string; documentId: string }> };

/** Only documents that were shown to the vendor or that an amendment proposes, of one of its own contracts. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, documentId } = await params;
  const contact = await findVendorActor();
  if (!contact || !may(contact, "portal:read")) return new Response("Not allowed.", { status: 403 });
  const contract = await readVendorContractOf(contact, id);
  const documents = contract ? await listDocuments(contact.organizationId, contract.id) : [];
  const proposed = contract ? await findProposedDocuments(contact.organizationId, contract.id) : [];
  const document = documents.find(
    ({ id: each, visibility }) => each === documentId && (visibility === "vendor" || proposed.includes(each)),
  );
  return document ? downloadOf(document) : new Response("Not found.", { status: 404 });
}
