import { findVendorActor } from "@/lib/access/session";
import { findReceipts, findReceiptText } from "@/lib/sourcing/bids/portal-queries";
import { isRecordId } from "@/lib/sourcing/record-id";

type Context = { params: Promise<{ id: string; bidId: string; number: string }> };

/** The canonical text of an own submission, byte for byte as it was hashed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const contact = await findVendorActor();
  if (!contact) return new Response("Sign in first.", { status: 401 });
  const { bidId, number } = await params;
  const receipts = isRecordId(bidId) ? await findReceipts(contact, bidId) : [];
  const receipt = receipts.find((each) => String(each.number) === number);
  const text = receipt ? await findReceiptText(contact, bidId, receipt.number) : null;
  if (!receipt || text === null) return new Response("There is no such receipt.", { status: 404 });
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="${receipt.receiptNumber}.txt"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
