import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { findDocument } from "@/lib/contracts/documents";
import { downloadOf } from "@/lib/server/download";
import { recordId } from "@/lib/shared/inputs";

type Context = { params: Promise<{ id: string; documentId: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id, documentId } = await params;
  const member = await findMemberActor();
  if (!member || !may(member, "document:read")) return new Response("Not allowed.", { status: 403 });
  const isId = recordId.safeParse(id).success;
  const document = isId ? await findDocument(member.organizationId, id, documentId) : null;
  return document ? downloadOf(document) : new Response("Not found.", { status: 404 });
}
