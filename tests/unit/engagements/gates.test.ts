import { describe, expect, test } from "vitest";
import { decideGate, type GateRequest, gateApprover } from "@/lib/engagements/rules/gate-approval";
import { type GateFacts, gateConditions } from "@/lib/engagements/rules/gates";
import { checkMove, listMoves, nextStage, STAGES, type Stage } from "@/lib/engagements/rules/stages";

const facts: GateFacts = {
  processes: [
    {
      name: "Payroll",
      isCritical: true,
      isAssessed: true,
      serviceLevels: [{ name: "On time", hasBaseline: true, isBaselineUnknown: false }],
    },
  ],
  businessCase: { hasChosenOption: true },
  highRisks: [{ name: "Data leak", hasMitigation: true }],
  requirements: [{ name: "R1", hasPriority: true }],
  awards: [{ lot: "Lot 1", state: "standstill", isStandstillOver: true }],
  contracts: [
    {
      name: "C-1",
      isClientSigned: true,
      isVendorSigned: true,
      charges: 1,
      serviceLevels: 1,
      hasNoticePeriod: true,
      hasExitPlan: true,
    },
  ],
  shares: [{ name: "Lot 1: Vendor, 100 %", hasContract: true }],
  goNoGo: [
    { name: "Parallel run passed", state: "met", waiverReason: null },
    { name: "Training", state: "waived", waiverReason: "Two people start later" },
  ],
  exitChecklist: [{ name: "Access revoked", state: "met", waiverReason: null }],
};

function unmet(stage: Stage, change: Partial<GateFacts> = {}) {
  return gateConditions(stage, { ...facts, ...change })
    .filter((condition) => !condition.isMet)
    .map((condition) => condition.key);
}

describe("conditions", () => {
  test("with everything in place every gate is open", () => {
    for (const stage of [...STAGES, "cancelled"] as const) expect(unmet(stage)).toEqual([]);
    expect(STAGES.map((stage) => gateConditions(stage, facts).length)).toEqual([3, 2, 2, 6, 1, 0, 1, 0]);
  });
  const [process] = facts.processes;
  const [contract] = facts.contracts;
  const [criterion] = facts.goNoGo;
  test.each<[Stage, string, Partial<GateFacts>]>([
    ["assess", "assessment", { processes: [] }],
    [
      "contract",
      "shares",
      {
        shares: [
          { name: "Lot 1: One, 60 %", hasContract: true },
          { name: "Lot 1: Two, 40 %", hasContract: false },
        ],
      },
    ],
    ["assess", "assessment", { processes: process ? [process, { ...process, name: "Tax", isAssessed: false }] : [] }],
    ["assess", "businessCase", { businessCase: null }],
    ["assess", "businessCase", { businessCase: { hasChosenOption: false } }],
    ["assess", "risks", { highRisks: [{ name: "Data leak", hasMitigation: false }] }],
    ["scope", "requirements", { requirements: [] }],
    ["scope", "requirements", { requirements: [{ name: "R1", hasPriority: false }] }],
    ["scope", "proposedServiceLevels", { processes: process ? [{ ...process, serviceLevels: [] }] : [] }],
    [
      "scope",
      "proposedServiceLevels",
      {
        processes: process
          ? [{ ...process, serviceLevels: [{ name: "x", hasBaseline: false, isBaselineUnknown: false }] }]
          : [],
      },
    ],
    ["source", "award", { awards: [{ lot: "Lot 1", state: "proposed", isStandstillOver: true }] }],
    ["source", "standstill", { awards: [{ lot: "Lot 1", state: "standstill", isStandstillOver: false }] }],
    ["contract", "signatures", { contracts: contract ? [{ ...contract, isVendorSigned: false }] : [] }],
    ["contract", "charges", { contracts: contract ? [{ ...contract, charges: 0 }] : [] }],
    ["contract", "serviceLevels", { contracts: contract ? [{ ...contract, serviceLevels: 0 }] : [] }],
    ["contract", "noticePeriod", { contracts: contract ? [{ ...contract, hasNoticePeriod: false }] : [] }],
    ["contract", "exitPlan", { contracts: contract ? [{ ...contract, hasExitPlan: false }] : [] }],
    ["transition", "goNoGo", { goNoGo: [] }],
    ["transition", "goNoGo", { goNoGo: criterion ? [{ ...criterion, state: "open" }] : [] }],
    ["transition", "goNoGo", { goNoGo: criterion ? [{ ...criterion, state: "waived", waiverReason: " " }] : [] }],
    ["exit", "exitChecklist", { exitChecklist: criterion ? [{ ...criterion, state: "open" }] : [] }],
  ])("%s: %s closes the gate", (stage, key, change) => {
    expect(unmet(stage, change)).toEqual([key]);
  });
  test("an explicit unknown baseline, no critical process and no high risk do not close it", () => {
    expect(
      unmet("scope", {
        processes: process
          ? [{ ...process, serviceLevels: [{ name: "x", hasBaseline: false, isBaselineUnknown: true }] }]
          : [],
      }),
    ).toEqual([]);
    expect(
      unmet("scope", { processes: process ? [{ ...process, isCritical: false, serviceLevels: [] }] : [] }),
    ).toEqual([]);
    expect(unmet("assess", { highRisks: [] })).toEqual([]);
  });
  test("what is missing is named, and linked where a link is given", () => {
    const names = Array.from({ length: 7 }, (_, index) => ({ name: `R${index + 1}`, hasPriority: index === 0 }));
    const [requirements, levels] = gateConditions(
      "scope",
      { ...facts, requirements: names },
      { requirements: "/scopes/1" },
    );
    expect(requirements).toMatchObject({ detail: "Missing: R2, R3, R4, R5, R6 and 1 more", href: "/scopes/1" });
    expect(levels).not.toHaveProperty("href");
  });
});

describe("approval", () => {
  test.each([
    ["assess", false, "executive"],
    ["scope", true, "operations"],
    ["source", false, "procurement"],
    ["source", true, "executive"],
    ["contract", false, "procurement"],
    ["contract", true, "executive"],
    ["transition", false, "operations"],
    ["operate", true, null],
    ["exit", false, "operations"],
  ] as const)("%s, large %s: %s", (stage, isLarge, role) => {
    expect(gateApprover(stage, isLarge)).toBe(role);
  });

  const met = { key: "goNoGo", label: "Criteria", isMet: true, detail: "" } as const;
  const request: GateRequest = {
    stage: "transition",
    isLarge: false,
    conditions: [met],
    requestedBy: "olga",
    waiverReason: null,
  };
  const olga = { id: "olga", roles: ["operations"] };
  const otto = { id: "otto", roles: ["operations", "auditor"] };
  test("a clean gate is passed by the right role only", () => {
    expect(decideGate(request, olga)).toEqual({ isAllowed: true, isWaiver: false });
    expect(decideGate(request, { id: "pia", roles: ["procurement", "executive"] }).isAllowed).toBe(false);
  });
  test("an unmet condition needs a reason and somebody else", () => {
    const open = { ...request, conditions: [met, { ...met, isMet: false }] };
    expect(decideGate(open, otto).isAllowed).toBe(false);
    expect(decideGate({ ...open, waiverReason: "  " }, otto).isAllowed).toBe(false);
    expect(decideGate({ ...open, waiverReason: "Agreed in the board" }, otto)).toEqual({
      isAllowed: true,
      isWaiver: true,
    });
    expect(decideGate({ ...open, waiverReason: "Agreed in the board" }, olga).isAllowed).toBe(false);
  });
  test("an award's gate and a large contract always need somebody else", () => {
    const person = { id: "olga", roles: ["executive", "procurement"] };
    expect(decideGate({ ...request, stage: "source" }, person).isAllowed).toBe(false);
    expect(decideGate({ ...request, stage: "contract", isLarge: true }, person).isAllowed).toBe(false);
    expect(decideGate({ ...request, stage: "contract" }, person).isAllowed).toBe(true);
  });
});

describe("stages", () => {
  test("go forward in order, and cancelled and closed are ends", () => {
    expect(STAGES.map((stage) => nextStage(stage))).toEqual([...STAGES.slice(1), null]);
    expect(nextStage("cancelled")).toBeNull();
    expect(listMoves("closed")).toEqual([]);
  });
  test.each<[Stage, Stage, boolean]>([
    ["source", "scope", true],
    ["contract", "source", true],
    ["operate", "scope", true],
    ["transition", "cancelled", true],
    ["operate", "cancelled", false],
    ["exit", "cancelled", false],
    ["assess", "source", false],
    ["transition", "contract", false],
    ["cancelled", "assess", false],
  ])("from %s to %s: %s", (from, to, expected) => {
    expect(checkMove(from, to, { reason: "Because" }).isAllowed).toBe(expected);
  });
  test("going back and cancelling need a reason, closing an outcome", () => {
    expect(checkMove("source", "scope", { reason: " " }).isAllowed).toBe(false);
    expect(checkMove("assess", "cancelled", {}).isAllowed).toBe(false);
    expect(checkMove("exit", "closed", {}).isAllowed).toBe(false);
    expect(checkMove("exit", "closed", { outcome: "takenBackInHouse" }).isAllowed).toBe(true);
    expect(checkMove("assess", "scope", {}).isAllowed).toBe(true);
  });
});
