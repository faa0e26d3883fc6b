import type { DraftContent } from "@/lib/sourcing/bids/schema";

/** A draft as one flat map, so that two versions of it can be compared field by field. */
export type DraftValues = Record<string, string>;

export const answerKey = (questionId: string) => `answer:${questionId}`;
export const priceKey = (itemId: string) => `price:${itemId}`;

export function toValues(content: DraftContent): DraftValues {
  return {
    exceptions: content.exceptions,
    valueAdded: content.valueAdded,
    ...Object.fromEntries(content.answers.map(({ questionId, text }) => [answerKey(questionId), text])),
    ...Object.fromEntries(content.prices.map(({ itemId, unitPrice }) => [priceKey(itemId), unitPrice])),
  };
}

/** Under the names that the action's schema reads. */
export function toForm(values: DraftValues, id: string, version: number): FormData {
  const form = new FormData();
  form.set("id", id);
  form.set("version", String(version));
  form.set("exceptions", values.exceptions ?? "");
  form.set("valueAdded", values.valueAdded ?? "");
  const counts = { answer: 0, price: 0 };
  for (const [key, value] of Object.entries(values)) {
    const [kind, recordId = ""] = key.split(":");
    if (kind === "answer") {
      form.set(`answers.${counts.answer}.questionId`, recordId);
      form.set(`answers.${counts.answer}.text`, value);
      counts.answer += 1;
    } else if (kind === "price") {
      form.set(`prices.${counts.price}.itemId`, recordId);
      form.set(`prices.${counts.price}.unitPrice`, value);
      counts.price += 1;
    }
  }
  return form;
}

export type Merged = { values: DraftValues; theirs: DraftValues };

/**
 * Three versions become one: what only one side changed is taken from that side; where both did, mine stays in the field
 * and theirs is given back, to be shown beside it. Nothing is lost either way.
 */
export function mergeValues(base: DraftValues, mine: DraftValues, theirs: DraftValues): Merged {
  const merged: Merged = { values: {}, theirs: {} };
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [base[key] ?? "", mine[key] ?? "", theirs[key] ?? ""];
    merged.values[key] = own === was ? other : own;
    if (own !== was && other !== was && own !== other) merged.theirs[key] = other;
  }
  return merged;
}
