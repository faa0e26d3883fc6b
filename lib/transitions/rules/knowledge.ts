export const KNOWLEDGE_STEPS = ["documented", "taught", "taughtBack", "shadowed", "doneAlone"] as const;
export type KnowledgeStep = (typeof KNOWLEDGE_STEPS)[number];
export type Side = "client" | "vendor";
export type KnowledgeSignature = { step: KnowledgeStep; side: Side };

function isSigned(signatures: KnowledgeSignature[], step: KnowledgeStep, side: Side): boolean {
  return signatures.some((one) => one.step === step && one.side === side);
}

/** A step is done when both sides have signed it. */
export function isStepDone(signatures: KnowledgeSignature[], step: KnowledgeStep): boolean {
  return isSigned(signatures, step, "client") && isSigned(signatures, step, "vendor");
}

/** The first step that is not done, or null when the vendor does the work alone. */
export function findCurrentStep(signatures: KnowledgeSignature[]): KnowledgeStep | null {
  return KNOWLEDGE_STEPS.find((step) => !isStepDone(signatures, step)) ?? null;
}

export type SignatureCheck = { isAllowed: true } | { isAllowed: false; reason: string };

/** Steps come in their order, none is skipped, and each side signs a step once. */
export function checkSignature(signatures: KnowledgeSignature[], step: KnowledgeStep, side: Side): SignatureCheck {
  if (isSigned(signatures, step, side)) return { isAllowed: false, reason: "Your side has signed this step already." };
  const current = findCurrentStep(signatures);
  if (step !== current) return { isAllowed: false, reason: `The step ${current} comes first, signed by both sides.` };
  return { isAllowed: true };
}

/** Share of steps done by both sides over all items, in whole percent rounded down; 0 without items. */
export function measureTransfer(items: KnowledgeSignature[][]): number {
  if (items.length === 0) return 0;
  const done = items.reduce(
    (count, signatures) => count + KNOWLEDGE_STEPS.filter((step) => isStepDone(signatures, step)).length,
    0,
  );
  return Math.floor((done * 100) / (items.length * KNOWLEDGE_STEPS.length));
}
