"use server";

import { z } from "zod";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { readSample } from "./imports/read-sample";

const sampleSchema = z.strictObject({
  sample: z.instanceof(File, { error: "Choose a file." }).refine((file) => file.size <= 600_000, "This is too much."),
});

/** The first rows of a file and a guessed mapping; nothing is stored. The browser sends only the beginning. */
export const guessFromSample = memberAction("serviceLevel:write", sampleSchema, async ({ sample }) => {
  const read = await readSample(new Uint8Array(await sample.arrayBuffer()));
  return read.ok ? done({ value: read.value }) : read;
});
