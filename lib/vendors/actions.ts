"use server";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { VENDOR_MOVE } from "./labels";
import { createVendor, moveVendor, updateVendor } from "./mutations";
import { createVendorSchema, moveVendorSchema, saveVendorSchema } from "./schema";

export const addVendor = memberAction("vendor:write", createVendorSchema, async (input, member) => {
  const made = await createVendor(member, input);
  if (!made.ok) return made;
  return done({
    message: `${made.value.code} created`,
    redirectTo: `/vendors/${made.value.id}`,
    revalidate: "/vendors",
  });
});

export const saveVendor = memberAction("vendor:write", saveVendorSchema, async ({ id, version, ...input }, member) => {
  const saved = await updateVendor(member, id, version, input);
  return saved.ok ? done({ message: "Vendor saved", redirectTo: `/vendors/${id}`, revalidate: "/vendors" }) : saved;
});

export const changeVendorStatus = memberAction("vendor:write", moveVendorSchema, async (input, member) => {
  const moved = await moveVendor(member, input.id, input.version, input.move, input.reason);
  return moved.ok ? done({ message: VENDOR_MOVE[input.move].done, revalidate: `/vendors/${input.id}` }) : moved;
});
