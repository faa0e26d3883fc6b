"use client";

import { useEffect } from "react";
import { IDLE } from "@/lib/shared/action-state";
import { recordRfpView } from "@/lib/sourcing/portal/actions";

/** Tells the client that the document was looked at: by a person's browser, not by a link that was fetched ahead. */
export function RecordView({ rfpId }: { rfpId: string }) {
  useEffect(() => {
    const form = new FormData();
    form.set("rfpId", rfpId);
    // A view that is not recorded is no loss to the reader: the next one is.
    recordRfpView(IDLE, form).catch(() => undefined);
  }, [rfpId]);
  return null;
}
