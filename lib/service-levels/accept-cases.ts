import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { dropFile, putFile } from "@/lib/server/storage";
import { done } from "@/lib/shared/outcome";
import { startImport } from "./mutations/case-logs";

type Upload = { fileName: string; skipsBadRows: boolean };

/** Stores the stream and asks for its import; a file that nobody will import is not kept. */
export async function acceptCases(
  actor: MemberActor | VendorActor,
  target: { id: string },
  body: AsyncIterable<Uint8Array>,
  upload: Upload,
) {
  const file = await putFile(body);
  const started = await startImport(actor, { caseLogId: target.id, file, ...upload });
  if (!started.ok) {
    await dropFile(file.id);
    return started;
  }
  const { jobId, importId } = started.value;
  return done({ id: jobId, importId, caseLogId: target.id, sha256: file.sha256, size: file.size });
}
