/** Says it in a corner, for a moment. What must not be missed belongs on the page as well. */
export async function notifyDone(message: string): Promise<void> {
  const { toast } = await import("sonner");
  toast.success(message);
}

/** Stays until it is closed. */
export async function notifyRefused(message: string): Promise<void> {
  const { toast } = await import("sonner");
  toast.error(message, { duration: Number.POSITIVE_INFINITY });
}
