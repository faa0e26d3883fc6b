"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { findSigned } from "@/lib/access/current-session";
import { isOwnOrigin } from "@/lib/server/request-trace";
import { markRead } from "./queries";

const oneId = z.uuid();

export async function markAllRead(_form: FormData): Promise<void> {
  await mark("all");
}

/** `id`: one notification of one's own; anything else changes nothing. */
export async function markOneRead(form: FormData): Promise<void> {
  const id = oneId.safeParse(form.get("id"));
  if (id.success) await mark([id.data]);
}

async function mark(ids: readonly string[] | "all"): Promise<void> {
  if (!isOwnOrigin(await headers())) return;
  const person = await findSigned();
  if (!person) return;
  await markRead(person, ids);
  revalidatePath("/", "layout");
}
