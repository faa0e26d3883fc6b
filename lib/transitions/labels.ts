import type { TransitionStage } from "./rules/go-live";
import type { KnowledgeStep, Side } from "./rules/knowledge";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const TRANSITION_STAGE: Record<TransitionStage, { label: string; tone: Tone }> = {
  plan: { label: "Plan", tone: "neutral" },
  knowledgeTransfer: { label: "Knowledge transfer", tone: "accent" },
  parallelRun: { label: "Parallel run", tone: "accent" },
  goLive: { label: "Live", tone: "good" },
  hypercare: { label: "Hypercare", tone: "good" },
  closed: { label: "Closed", tone: "neutral" },
};
export const TRANSITION_STAGE_OPTIONS = (
  Object.entries(TRANSITION_STAGE) as [TransitionStage, { label: string }][]
).map(([value, { label }]) => ({ value, label }));

export const WORKSTREAMS = [
  "documentation",
  "trainingAndKnowledge",
  "infrastructureAndAccess",
  "integrationAndTesting",
  "peopleAndChange",
  "governance",
] as const;
export type Workstream = (typeof WORKSTREAMS)[number];
export const WORKSTREAM: Record<Workstream, string> = {
  documentation: "Documentation",
  trainingAndKnowledge: "Training and knowledge transfer",
  infrastructureAndAccess: "Infrastructure and access",
  integrationAndTesting: "Process integration and testing",
  peopleAndChange: "People and change management",
  governance: "Governance",
};
export const WORKSTREAM_OPTIONS = WORKSTREAMS.map((value) => ({ value, label: WORKSTREAM[value] }));

export const TASK_STATES = ["open", "started", "done"] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_STATE: Record<TaskState, { label: string; tone: Tone }> = {
  open: { label: "Not started", tone: "neutral" },
  started: { label: "Started", tone: "accent" },
  done: { label: "Done", tone: "good" },
};

export const CRITERION_STATE: Record<"open" | "met" | "waived", { label: string; tone: Tone }> = {
  open: { label: "Open", tone: "bad" },
  met: { label: "Met", tone: "good" },
  waived: { label: "Waived", tone: "warn" },
};

export const KNOWLEDGE_STEP: Record<KnowledgeStep, string> = {
  documented: "Documented",
  taught: "Taught",
  taughtBack: "Taught back",
  shadowed: "Shadowed",
  doneAlone: "Done alone",
};

export const SIDE: Record<Side, string> = { client: "Client", vendor: "Vendor" };
