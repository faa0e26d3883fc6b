"use server";
import { inviteVendorContact } from "@/lib/access/invitations";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { addContact as addContactTo, removeContact as removeContactOf, updateContact } from "./mutations";
import { addContactSchema, contactKeySchema, saveContactSchema } from "./schema";

export const addContact = memberAction("vendor:write", addContactSchema, async ({ vendorId, ...input }, member) => {
  const made = await addContactTo(member, vendorId, input);
  return made.ok ? done({ message: `${input.name} added`, revalidate: `/vendors/${vendorId}/contacts` }) : made;
});

export const saveContact = memberAction(
  "vendor:write",
  saveContactSchema,
  async ({ id, version, ...input }, member) => {
    const saved = await updateContact(member, id, version, input);
    return saved.ok ? done({ message: "Contact saved", revalidate: "/vendors" }) : saved;
  },
);

export const inviteContact = memberAction("vendor:write", contactKeySchema, async ({ id }, member) => {
  const invited = await inviteVendorContact(member, id);
  return invited.ok ? done({ message: "The invitation is on its way", revalidate: "/vendors" }) : invited;
});

export const removeContact = memberAction("vendor:write", contactKeySchema, async ({ id, version }, member) => {
  const removed = await removeContactOf(member, id, version);
  return removed.ok ? done({ message: "Contact removed", revalidate: "/vendors" }) : removed;
});
