import "server-only";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import {
  NOTICE_KINDS,
  type NoticeChoice,
  type NoticeKind,
  standardChoice,
  VENDOR_NOTICE_KINDS,
} from "@/lib/shared/notice-kinds";
import { done, type Outcome } from "@/lib/shared/outcome";
import type { MemberActor, VendorActor } from "./actor";

type Signed = MemberActor | VendorActor;
export type KindChoice = NoticeChoice & { kind: NoticeKind };

const kindsOf = (actor: Signed) => (actor.kind === "vendor" ? VENDOR_NOTICE_KINDS : NOTICE_KINDS);

/** What a person is told of where they are, and how; what was never chosen is as the kind says. */
export async function listNoticeChoices(actor: Signed): Promise<KindChoice[]> {
  const rows = await db.noticeChoice.findMany({ where: { personId: actor.personId } });
  const chosen = new Map(rows.map(({ kind, inApp, byMail }) => [kind, { inApp, byMail }]));
  return kindsOf(actor).map((kind) => ({ kind, ...(chosen.get(kind) ?? standardChoice(kind)) }));
}

/** The kinds that are on; all others that the person can be told of are off. */
export function saveNoticeChoices(
  actor: Signed,
  input: { inApp: readonly NoticeKind[]; byMail: readonly NoticeKind[] },
): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const { personId } = actor;
    const kinds = kindsOf(actor);
    const choices = kinds.map((kind) => ({
      personId,
      kind,
      inApp: input.inApp.includes(kind),
      byMail: input.byMail.includes(kind),
    }));
    await tx.noticeChoice.deleteMany({ where: { personId, kind: { in: [...kinds] } } });
    await tx.noticeChoice.createMany({ data: choices });
    audit({
      action: "person.chooseNotices",
      subject: { type: "person", id: personId, label: actor.name },
      after: { inApp: input.inApp, byMail: input.byMail },
    });
    return done();
  });
}
