import "server-only";
import { lineCode } from "@/lib/charges/rules/line-code";
import { findUnseenDocuments } from "@/lib/contracts/documents";
import type { Transaction } from "@/lib/server/database";
import { findOwnCaseLogs } from "@/lib/service-levels/queries/records";
import { d, toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, refuseFields } from "@/lib/shared/outcome";
import type { AmendedKpi, AmendedLevel, AmendedLine, AmendmentParts } from "../rules/amended-text";
import type { ContractText } from "../rules/contract-text";
import type { AmendedParts } from "../schema";

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** Lines by code; a new one takes the next code of the contract. */
function toLines(text: ContractText, draft: AmendmentParts, wanted: AmendedParts["chargeLines"]): AmendedLine[] {
  const taken = new Set([...text.chargeLines, ...draft.chargeLines].map(({ code }) => code));
  return wanted.map(({ code, line }) => {
    let position = taken.size + 1;
    while (!code && taken.has(lineCode(position))) position += 1;
    const own = code ?? lineCode(position);
    taken.add(own);
    return { code: own, line: line && { ...line, terms: plain(line.terms) } };
  });
}

function toKpi(kpi: AmendedParts["kpis"][number]): AmendedKpi {
  const isComputed = kpi.method === "caseLog";
  return {
    ...kpi,
    caseLogId: isComputed ? kpi.caseLogId : null,
    definition: isComputed ? plain(kpi.definition) : null,
  };
}

const decimal = (value: string) => toDecimalText(d(value));

function toLevel({ kpi, level }: AmendedParts["serviceLevels"][number]): AmendedLevel {
  if (!level) return { kpi, level };
  const { expected, minimum, scheme, ...rest } = level;
  return {
    kpi,
    level: { ...rest, expected: decimal(expected), minimum: decimal(minimum), scheme: plain(scheme) },
  };
}

/** What was there stays, what is written anew under the same key takes its place. */
function merge<T>(held: readonly T[], added: readonly T[], key: (each: T) => string): T[] {
  const keys = new Set(added.map(key));
  return [...held.filter((each) => !keys.has(key(each))), ...added];
}

async function refuseForeignLogs(tx: Transaction, contractId: string, kpis: readonly AmendedKpi[]) {
  const wanted = kpis.flatMap(({ caseLogId }) => caseLogId ?? []);
  const own = await findOwnCaseLogs(tx, contractId, wanted);
  const index = kpis.findIndex(({ caseLogId }) => caseLogId !== null && !own.includes(caseLogId));
  return index < 0 ? null : refuseFields({ [`kpis.${index}.caseLogId`]: "Choose a case log of this contract." });
}

/** Takes what is wanted into the parts of an amendment, in the form in which they are kept. */
export async function addParts(
  tx: Transaction,
  place: { organizationId: string; contractId: string },
  text: ContractText,
  draft: AmendmentParts,
  wanted: Partial<AmendedParts>,
): Promise<Outcome<AmendmentParts>> {
  const kpis = (wanted.kpis ?? []).map(toKpi);
  const refused = await refuseForeignLogs(tx, place.contractId, kpis);
  if (refused) return refused;
  const ids = wanted.documents ?? [];
  const documents = await findUnseenDocuments(tx, place, ids);
  if (documents.length < new Set(ids).size)
    return refuseFields({ documents: "Choose documents of this contract that the vendor does not see yet." });
  return done({
    chargeLines: merge(draft.chargeLines, toLines(text, draft, wanted.chargeLines ?? []), ({ code }) => code),
    kpis: merge(draft.kpis, kpis, ({ code }) => code),
    serviceLevels: merge(draft.serviceLevels, (wanted.serviceLevels ?? []).map(toLevel), ({ kpi }) => kpi),
    documents: merge(draft.documents, documents, ({ id }) => id),
  });
}
