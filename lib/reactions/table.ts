import "server-only";
import { tellOfAmendment, tellOfSignature, tellOfVoidedSignatures } from "@/lib/agreements/notices";
import { tellOfProposedCharges } from "@/lib/charges/notices";
import { tellOfSubmission, tellOfTerm } from "@/lib/contracts/notices";
import { tellOfAction } from "@/lib/governance/notices";
import { tellOfHighRisk } from "@/lib/risks/notices";
import type { ReactionContext } from "@/lib/server/happenings";
import {
  tellOfBreaches,
  tellOfDecision,
  tellOfDispute,
  tellOfExclusion,
  tellOfLock,
  tellOfProposal,
  tellOfReopening,
  tellOfReport,
  tellOfReports,
  tellOfRequest,
  tellOfSignedMonth,
  tellOfVerification,
} from "@/lib/service-levels/notices";
import { tellOfOpening, tellOfQuestion, tellOpeners } from "@/lib/sourcing/notices";
import {
  tellOfClarification,
  tellOfConflict,
  tellOfDecidedExplanation,
  tellOfExplanation,
  tellOfLetters,
  tellOfMovedAward,
  tellOfRequestedExplanation,
  tellOfSetAside,
} from "@/lib/sourcing/portal/notices";
import { completeRfpOf } from "./complete-rfp";
import type { EventKind, EventOf } from "./events";
import { tellOfVendor } from "./notices/vendors";

type Months = { contractId: string; fromMonth: string };
type Concerned = { engagementId: string } | { contractId: string };

export type Reaction<Event> = {
  /** Which months of which contract have to be computed anew. */
  months?: (event: Event) => Months | null;
  /** Whose text may be another one now; `isNew` where it is read by both sides from now on. */
  text?: (event: Event) => { contractId: string; isNew?: boolean };
  /** Whose health may move. */
  health?: (event: Event) => Concerned;
  /** Who has to know: writes notices, and mail into the outbox. */
  notices?: (context: ReactionContext, event: Event) => Promise<void>;
};

const ofContract = ({ contractId }: { contractId: string }) => ({ contractId });
const concerned = <Event extends Concerned>(event: Event): Concerned => event;

type Notices<Event> = NonNullable<Reaction<Event>["notices"]>;
const both =
  <Event>(...tellers: Notices<Event>[]): Notices<Event> =>
  async (context, event) => {
    for (const tell of tellers) await tell(context, event);
  };

/** What follows from what. Whatever a domain can say stands here, also where nothing follows. */
export const reactions: { [Kind in EventKind]: Reaction<EventOf<Kind>> } = {
  "vendor.moved": { notices: tellOfVendor },
  "risk.rated": { notices: tellOfHighRisk },
  "risk.mitigationChanged": {},
  "businessCase.submitted": {},
  "businessCase.decided": { health: concerned },
  "rfp.published": {},
  "rfp.amended": {},
  "rfp.closed": { notices: tellOpeners },
  "rfp.ended": {},
  "question.asked": { notices: tellOfQuestion },
  "question.answered": { notices: tellOfClarification },
  "bid.opened": { notices: tellOfOpening },
  "award.proposed": {},
  "award.decided": {},
  "award.moved": { notices: tellOfMovedAward },
  "charge.recorded": { months: (event) => event, health: concerned },
  "charge.proposed": { notices: tellOfProposedCharges },
  "charge.lineChanged": { text: ofContract },
  "contract.changed": { text: ofContract },
  "contract.submitted": { text: ({ contractId }) => ({ contractId, isNew: true }), notices: tellOfSubmission },
  "contract.amended": { months: (event) => event, health: concerned },
  "contract.activated": { health: concerned, notices: completeRfpOf },
  "contract.terminated": { health: concerned },
  "contract.termMoved": { health: concerned, notices: tellOfTerm },
  "contract.noticeGiven": { health: concerned },
  "serviceLevel.defined": { text: ofContract },
  "agreement.signed": { text: ofContract, notices: tellOfSignature },
  "agreement.signaturesVoided": { notices: tellOfVoidedSignatures },
  "agreement.amendmentProposed": { notices: tellOfAmendment },
  "agreement.amendmentEnded": { notices: tellOfAmendment },
  "serviceLevel.computed": { health: concerned },
  "month.reported": { notices: both(tellOfReport, tellOfBreaches) },
  "month.manyReported": { notices: tellOfReports },
  "month.verified": { notices: tellOfVerification },
  "month.disputed": { notices: tellOfDispute },
  "month.reopened": { notices: tellOfReopening },
  "month.signed": { notices: tellOfSignedMonth },
  "month.locked": { notices: tellOfLock },
  "restatement.proposed": { notices: tellOfProposal },
  "restatement.accepted": { notices: tellOfDecision },
  "restatement.disputed": { notices: tellOfDecision },
  "exclusion.requested": { notices: tellOfRequest },
  "exclusion.decided": { notices: tellOfExclusion },
  "bid.setAside": { notices: tellOfSetAside },
  "conflict.declared": { notices: tellOfConflict },
  "explanation.asked": { notices: tellOfRequestedExplanation },
  "explanation.answered": { notices: tellOfExplanation },
  "explanation.decided": { notices: tellOfDecidedExplanation },
  "award.lettersSent": { notices: tellOfLetters },
  "action.assigned": { notices: tellOfAction },
  "action.changed": { health: concerned },
  "issue.changed": { health: concerned },
  "survey.recorded": { health: concerned },
  "engagement.stageEntered": { health: concerned },
  "transition.planChanged": { health: concerned },
  "transition.taskChanged": { health: concerned },
};
