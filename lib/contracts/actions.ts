"use server";

import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { decideContract } from "./mutations/approve";
import { createContract } from "./mutations/create";
import { recordNotice, terminateContract } from "./mutations/end";
import { createFromAward } from "./mutations/from-award";
import { returnContract, submitContract, updateContract } from "./mutations/terms";
import {
  contractStepSchema,
  createContractSchema,
  createFromAwardSchema,
  decisionSchema,
  noticeSchema,
  reasonSchema,
  saveContractSchema,
} from "./schema";

const pageOf = (id: string) => `/contracts/${id}`;

export const addContract = memberAction("contract:write", createContractSchema, async (input, member) => {
  const made = await createContract(member, input);
  return made.ok ? done({ message: `${made.value.code} created`, redirectTo: pageOf(made.value.id) }) : made;
});

export const addContractFromAward = memberAction("contract:write", createFromAwardSchema, async (input, member) => {
  const made = await createFromAward(member, input);
  return made.ok ? done({ message: `${made.value.code} created`, redirectTo: pageOf(made.value.id) }) : made;
});

export const saveContract = memberAction("contract:write", saveContractSchema, async (input, member) => {
  const { id, version, ...terms } = input;
  const saved = await updateContract(member, id, version, terms);
  return saved.ok ? done({ message: "Terms saved", redirectTo: pageOf(id), revalidate: pageOf(id) }) : saved;
});

export const sendToReview = memberAction("contract:write", contractStepSchema, async ({ id, version }, member) => {
  const moved = await submitContract(member, id, version);
  return moved.ok ? done({ message: "The contract is in review", revalidate: pageOf(id) }) : moved;
});

export const returnToDraft = memberAction("contract:write", reasonSchema, async (input, member) => {
  const moved = await returnContract(member, input.id, input.version, input.reason);
  return moved.ok ? done({ message: "The contract is a draft again", revalidate: pageOf(input.id) }) : moved;
});

export const decideOnContract = memberAction("contract:decide", decisionSchema, async (input, member) => {
  const decided = await decideContract(member, input.id, input.version, input);
  const message = input.decision === "approve" ? "Contract approved" : "Contract rejected";
  return decided.ok ? done({ message, revalidate: pageOf(input.id) }) : decided;
});

export const terminate = memberAction("contract:sign", reasonSchema, async (input, member) => {
  const moved = await terminateContract(member, input.id, input.version, input.reason);
  return moved.ok ? done({ message: "The contract is terminated", revalidate: pageOf(input.id) }) : moved;
});

export const giveNotice = memberAction("contract:sign", noticeSchema, async (input, member) => {
  const { id, version, ...notice } = input;
  const given = await recordNotice(member, id, version, notice);
  return given.ok ? done({ message: "Notice recorded", revalidate: pageOf(id) }) : given;
});
