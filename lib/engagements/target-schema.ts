import { z } from "zod";
import { recordId, versionNumber } from "@/lib/shared/inputs";

/** A record and the version of it that the person saw: all that a button without fields sends. */
export const targetSchema = z.strictObject({ id: recordId, version: versionNumber });
