import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { sql } from "@/lib/server/database";

export type UnansweredQuestions = {
  rfpId: string;
  code: string;
  ownerPersonId: string;
  answersUntil: Date;
  timeZone: string;
  questions: number;
  isPast: boolean;
};

/** Published RFPs with questions whose answer is due within a day, or was due already. */
export function listUnanswered(organizationId: OrganizationId): Promise<UnansweredQuestions[]> {
  return sql.rows<UnansweredQuestions>(
    `SELECT r.id AS "rfpId", r.code, m.person_id AS "ownerPersonId", r.answers_until AS "answersUntil", r.time_zone AS "timeZone",
       count(*) AS questions, r.answers_until <= steward_now() AS "isPast"
     FROM clarification q JOIN rfp r ON r.id = q.rfp_id JOIN member m ON m.id = r.owner_id
     WHERE q.organization_id = $1::uuid AND q.answered_at IS NULL AND r.state = 'published'
       AND r.answers_until <= steward_now() + interval '1 day'
     GROUP BY r.id, m.person_id ORDER BY r.code`,
    [organizationId],
  );
}
