import { may } from "@/lib/access/actor";
import { findMemberActor } from "@/lib/access/session";
import { addDocument, LONGEST_DOCUMENT } from "@/lib/contracts/documents";
import { isOwnOrigin } from "@/lib/server/request-trace";
import { recordId } from "@/lib/shared/inputs";

type Context = { params: Promise<{ id: string }> };

/** Files go around server actions, whose bodies are small; the answer leads back to the page with what happened. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const back = (name: "problem" | "done", text: string) =>
    new Response(null, {
      status: 303,
      headers: { Location: `/contracts/${encodeURIComponent(id)}/documents?${new URLSearchParams({ [name]: text })}` },
    });
  if (!isOwnOrigin(request.headers)) return new Response("This request did not come from Steward.", { status: 403 });
  const member = await findMemberActor();
  if (!member || !may(member, "document:create")) return new Response("Not allowed.", { status: 403 });
  if (!recordId.safeParse(id).success) return new Response("Not found.", { status: 404 });
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= LONGEST_DOCUMENT + 10_000)) return back("problem", "The file is too large: at most 10 MB.");
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!form || !(file instanceof File)) return back("problem", "Choose a file.");
  const content = new Uint8Array(await file.arrayBuffer());
  const added = await addDocument(member, id, {
    name: file.name,
    content,
    isForVendor: form.get("isForVendor") === "true",
  });
  return added.ok ? back("done", `${added.value.name} is stored.`) : back("problem", added.message);
}
