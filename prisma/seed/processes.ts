import { completeAssessment, startAssessment } from "@/lib/processes/assessments/mutations";
import { createProcess } from "@/lib/processes/mutations";
import { DEFAULT_CRITERIA } from "@/lib/processes/rules/suitability-criteria";
import { createProcessSchema } from "@/lib/processes/schema";
import { sampleProcesses } from "./content/processes";
import { idOf, memberOf, must, type Sample } from "./context";

/**
 * Answers in the order of the criteria: strategic importance, standardisation, documentation, volume, complexity,
 * sensitivity of data, regulation, closeness to customers, knowledge in few heads, supply, cost gap, interfaces,
 * readiness. Words after them are knock-outs.
 */
const assessed: Record<string, string> = {
  "IT-SD": "1 5 4 5 2 2 1 2 2 5 4 3 5",
  "IT-SD-L1": "1 5 5 5 1 2 1 2 1 5 5 2 5",
  "IT-FS": "1 4 4 3 2 1 1 2 2 4 3 2 4",
  "IT-AM": "3 3 2 4 4 3 1 1 5 5 4 4 3",
  "FIN-AP": "1 5 4 5 2 3 2 1 2 5 4 3 4",
  "FIN-AP-CAP": "1 5 5 5 1 2 1 1 1 5 5 2 4",
  "FIN-TE": "1 5 4 3 1 2 1 1 1 5 4 1 4",
  "HR-PAY": "1 5 4 4 2 4 4 1 2 5 4 2 4",
  "CUS-VOI": "2 5 4 5 1 2 1 4 1 5 4 2 4",
  "CUS-MSG": "2 4 3 4 2 2 1 4 2 5 4 2 3",
  "LOG-WH": "2 5 4 5 2 1 1 2 1 5 4 4 4",
  "LOG-FR": "1 5 5 5 1 1 1 3 1 5 4 2 5",
  "DAT-ENR": "1 5 5 4 1 1 1 1 1 5 5 2 4",
  "QA-TST": "2 4 3 3 3 2 1 1 3 4 4 3 3",
  "LEG-CON": "3 2 2 2 5 5 3 1 4 4 3 3 3",
  "MKT-CON": "3 4 3 4 2 1 1 3 2 5 4 2 3",
  "IT-SEC": "3 3 3 3 5 5 3 1 4 5 3 4 3 noExit",
};

/** The inventory, by the mutation that the form calls; then the assessments. */
export async function seedProcesses(sample: Sample): Promise<void> {
  for (const process of sampleProcesses) {
    const made = must(
      await createProcess(
        memberOf(sample, "oskar"),
        createProcessSchema.parse({
          code: process.code,
          name: process.name,
          parentCode: process.parent ?? null,
          function: process.function,
          category: process.category,
          businessUnit: process.unit,
          ownerId: memberOf(sample, process.owner).memberId,
          isCore: process.isCore ?? false,
          isCritical: process.isCritical ?? false,
          volumePerMonth: process.volume ?? null,
          volumeUnit: process.volumeUnit ?? null,
          fullTimeEquivalents: process.fte ?? null,
          costPerYear: process.cost ?? null,
          complexity: process.complexity,
          documentation: process.documentation,
          dataCategories: process.data ?? [],
        }),
      ),
    );
    sample.processes.set(process.code, made.id);
  }
  for (const [code, words] of Object.entries(assessed)) await assess(sample, code, words.split(" "));
}

async function assess(sample: Sample, code: string, words: string[]): Promise<void> {
  const actor = memberOf(sample, "oskar");
  const draft = must(await startAssessment(actor, idOf(sample.processes, code)));
  const answers = Object.fromEntries(DEFAULT_CRITERIA.map((criterion, index) => [criterion.key, Number(words[index])]));
  const knockOuts = words.slice(DEFAULT_CRITERIA.length);
  must(await completeAssessment(actor, draft.id, draft.version, { answers, notes: {}, knockOuts }));
}
