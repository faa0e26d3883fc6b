import "server-only";
import { databaseNow } from "@/lib/server/clock";
import { standstillEnd } from "../rules/standstill";

/** Until when a standstill would last that began now; for the preview of the letters. */
export async function standstillIfSentNow(rfp: { standstillDays: number; timeZone: string }): Promise<string | null> {
  return standstillEnd((await databaseNow()).toISOString(), rfp.standstillDays, rfp.timeZone);
}
