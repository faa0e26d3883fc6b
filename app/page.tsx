import { redirect } from "next/navigation";
import { findVendorActor } from "@/lib/access/session";

export default async function Page() {
  redirect((await findVendorActor()) ? "/portal" : "/home");
}
