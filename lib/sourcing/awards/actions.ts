"use server";

import { memberAction } from "@/lib/server/action";
import { done, type Outcome } from "@/lib/shared/outcome";
import { editLetter } from "./edit-letter";
import { approveAward, cancelAward, finaliseAward, rejectAward, startStandstill } from "./mutations";
import { proposeAward } from "./propose";
import {
  approveAwardSchema,
  awardVersionSchema,
  cancelAwardSchema,
  editLetterSchema,
  proposeAwardSchema,
  reasonedAwardSchema,
} from "./schema";

function said(outcome: Outcome<unknown>, message: string) {
  return outcome.ok ? done({ message, revalidate: "/evaluations" }) : outcome;
}

export const proposeAwardAction = memberAction("award:propose", proposeAwardSchema, async (input, member) => {
  const proposed = await proposeAward(member, input);
  if (!proposed.ok) return proposed;
  return done({
    message: "Award proposed",
    redirectTo: `/evaluations/${input.lotId}/award`,
    revalidate: "/evaluations",
  });
});

export const approveAwardAction = memberAction("award:decide", approveAwardSchema, async (input, member) =>
  said(await approveAward(member, input), "Award approved"),
);

export const rejectAwardAction = memberAction("award:decide", reasonedAwardSchema, async (input, member) =>
  said(await rejectAward(member, input), "Award rejected"),
);

export const startStandstillAction = memberAction("award:propose", awardVersionSchema, async (input, member) =>
  said(await startStandstill(member, input), "Letters sent"),
);

export const finaliseAwardAction = memberAction("award:propose", awardVersionSchema, async (input, member) =>
  said(await finaliseAward(member, input), "The award is final"),
);

export const cancelAwardAction = memberAction("award:propose", cancelAwardSchema, async (input, member) =>
  said(await cancelAward(member, input), "Award cancelled"),
);

export const editLetterAction = memberAction("award:propose", editLetterSchema, async (input, member) =>
  said(await editLetter(member, input), input.text === "" ? "Letter as the system writes it" : "Letter kept"),
);
