import { describe, expect, test } from "vitest";
import { decideGoNoGo, type GoNoGoCriterion, nextTransitionStage } from "@/lib/transitions/rules/go-live";
import {
  checkSignature,
  findCurrentStep,
  KNOWLEDGE_STEPS,
  type KnowledgeSignature,
  type KnowledgeStep,
  measureTransfer,
} from "@/lib/transitions/rules/knowledge";

function criterion(name: string, state: GoNoGoCriterion["state"], waiverReason: string | null = null): GoNoGoCriterion {
  return { id: name, name, state, waiverReason };
}

describe("go or no go", () => {
  test.each([
    ["all met", [criterion("a", "met")], "go"],
    [
      "met and waived with a reason",
      [criterion("a", "met"), criterion("b", "waived", "Covered by the old team")],
      "go",
    ],
    ["waived without a reason", [criterion("b", "waived", " ")], "noGo"],
    ["one open", [criterion("a", "met"), criterion("b", "open", "a reason does not help here")], "noGo"],
    ["none at all", [], "noGo"],
  ])("%s", (_name, criteria, expected) => {
    expect(decideGoNoGo(criteria).decision).toBe(expected);
  });
  test("what is open is named, what is waived is listed with its reason", () => {
    const result = decideGoNoGo([criterion("Backup", "open"), criterion("Training", "waived", "Next week")]);
    expect(result).toMatchObject({
      open: ["Backup"],
      waived: [{ name: "Training", reason: "Next week" }],
      reason: "Not met: Backup.",
    });
  });
  test("stages come in order and end", () => {
    expect([nextTransitionStage("plan"), nextTransitionStage("parallelRun"), nextTransitionStage("closed")]).toEqual([
      "knowledgeTransfer",
      "goLive",
      null,
    ]);
  });
});

describe("knowledge", () => {
  const both = (...steps: KnowledgeStep[]): KnowledgeSignature[] =>
    steps.flatMap((step) => [
      { step, side: "client" as const },
      { step, side: "vendor" as const },
    ]);
  test("the next step opens when both sides have signed", () => {
    expect(findCurrentStep([])).toBe("documented");
    expect(findCurrentStep([{ step: "documented", side: "vendor" }])).toBe("documented");
    expect(findCurrentStep(both("documented"))).toBe("taught");
    expect(findCurrentStep(both(...KNOWLEDGE_STEPS))).toBeNull();
  });
  test.each<[KnowledgeSignature[], KnowledgeStep, "client" | "vendor", boolean]>([
    [[], "documented", "vendor", true],
    [[], "taught", "client", false],
    [[{ step: "documented", side: "client" }], "taught", "client", false],
    [[{ step: "documented", side: "client" }], "documented", "client", false],
    [[{ step: "documented", side: "client" }], "documented", "vendor", true],
    [both("documented", "taught"), "taughtBack", "client", true],
    [both(...KNOWLEDGE_STEPS), "doneAlone", "client", false],
  ])("after %j signing %s as %s: %s", (signatures, step, side, expected) => {
    expect(checkSignature(signatures, step, side).isAllowed).toBe(expected);
  });
  test("the share of steps done", () => {
    expect(measureTransfer([])).toBe(0);
    expect(
      measureTransfer([both("documented"), [{ step: "documented", side: "client" }], both(...KNOWLEDGE_STEPS)]),
    ).toBe(40);
  });
});
