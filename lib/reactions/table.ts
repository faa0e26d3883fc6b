import "server-only";
import type { ReactionContext } from "@/lib/server/happenings";
import type { EventKind, EventOf } from "./events";

type Months = { contractId: string; fromMonth: string };
type Concerned = { engagementId: string } | { contractId: string };

export type Reaction<Event> = {
  /** Which months of which contract have to be computed anew. */
  months?: (event: Event) => Months | null;
  /** Whose health may move. */
  health?: (event: Event) => Concerned;
  /** Who has to know: writes notices, and mail into the outbox. */
  notices?: (context: ReactionContext, event: Event) => Promise<void>;
};

const concerned = <Event extends Concerned>(event: Event): Concerned => event;

/** What follows from what. Whatever a domain can say stands here, also where nothing follows. */
export const reactions: { [Kind in EventKind]: Reaction<EventOf<Kind>> } = {
  "charge.recorded": { months: (event) => event, health: concerned },
  "contract.amended": { months: (event) => event, health: concerned },
  "contract.activated": { health: concerned },
  "contract.terminated": { health: concerned },
  "contract.noticeGiven": { health: concerned },
  "serviceLevel.computed": { health: concerned },
  "action.changed": { health: concerned },
  "issue.changed": { health: concerned },
  "survey.recorded": { health: concerned },
  "engagement.stageEntered": { health: concerned },
  "transition.planChanged": { health: concerned },
  "transition.taskChanged": { health: concerned },
};
