import { completeAssessment, startAssessment } from "@/lib/processes/assessments/mutations";
import { createProcess } from "@/lib/processes/mutations";
import { DEFAULT_CRITERIA } from "@/lib/processes/rules/suitability-criteria";
import { createProcessSchema } from "@/lib/processes/schema";
import { sampleProcesses } from "./content/processes";
import { idOf, memberOf, must, type Sample } from "./context";

/** Processes that were assessed, with how much speaks for handing them over (1 to 5) and knock-outs. */
const assessed: [code: string, level: number, knockOuts?: string[]][] = [
  ["IT-SD", 5],
  ["IT-SD-L1", 5],
  ["IT-FS", 4],
  ["IT-AM", 4],
  ["FIN-AP", 5],
  ["FIN-AP-CAP", 5],
  ["FIN-TE", 4],
  ["HR-PAY", 4],
  ["CUS-VOI", 4],
  ["CUS-MSG", 4],
  ["LOG-WH", 4],
  ["LOG-FR", 4],
  ["DAT-ENR", 5],
  ["QA-TST", 4],
  ["LEG-CON", 3],
  ["MKT-CON", 3],
  ["IT-SEC", 2],
];

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
  for (const [code, level] of assessed) await assess(sample, code, level);
}

/** Answers around a level: turned criteria get the opposite, every third one is a step less favourable. */
async function assess(sample: Sample, code: string, level: number): Promise<void> {
  const actor = memberOf(sample, "oskar");
  const draft = must(await startAssessment(actor, idOf(sample.processes, code)));
  const answers = Object.fromEntries(
    DEFAULT_CRITERIA.map((criterion, index) => {
      const favourable = Math.max(1, level - (index % 3 === 2 ? 1 : 0));
      return [criterion.key, criterion.isReversed ? 6 - favourable : favourable];
    }),
  );
  must(await completeAssessment(actor, draft.id, draft.version, { answers, notes: {}, knockOuts: [] }));
}
