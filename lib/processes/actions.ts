"use server";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { restoreProcess, retireProcess, splitProcess } from "./lifecycle";
import { changeManyProcesses, createProcess, updateProcess } from "./mutations";
import {
  bulkProcessSchema,
  createProcessSchema,
  moveProcessSchema,
  processVersionSchema,
  splitProcessSchema,
  updateProcessSchema,
} from "./schema";

export const addProcess = memberAction("process:create", createProcessSchema, async (input, member) => {
  const made = await createProcess(member, input);
  if (!made.ok) return made;
  const { id, code } = made.value;
  return done({ message: `${code} created`, redirectTo: `/processes/${id}`, revalidate: "/processes" });
});

export const saveProcess = memberAction("process:update", updateProcessSchema, async (input, member) => {
  const { id, version, ...fields } = input;
  const saved = await updateProcess(member, id, version, fields);
  if (!saved.ok) return saved;
  return done({ message: "Process saved", redirectTo: `/processes/${id}`, revalidate: "/processes" });
});

export const moveProcess = memberAction("process:update", moveProcessSchema, async (input, member) => {
  const moved = await updateProcess(member, input.id, input.version, { parentCode: input.parentCode });
  if (!moved.ok) return moved;
  const place = moved.value.parent ? `Now a part of ${moved.value.parent.name}` : "Now a process of its own";
  return done({ message: place, revalidate: `/processes/${input.id}` });
});

export const splitIntoActivities = memberAction("process:create", splitProcessSchema, async (input, member) => {
  const split = await splitProcess(member, input.id, input.version, input.activities);
  if (!split.ok) return split;
  return done({ message: "Split into activities", redirectTo: `/processes/${input.id}`, revalidate: "/processes" });
});

export const retire = memberAction("process:update", processVersionSchema, async ({ id, version }, member) => {
  const retired = await retireProcess(member, id, version);
  return retired.ok ? done({ message: "Process retired", revalidate: `/processes/${id}` }) : retired;
});

export const restore = memberAction("process:update", processVersionSchema, async ({ id, version }, member) => {
  const restored = await restoreProcess(member, id, version);
  return restored.ok ? done({ message: "Process restored", revalidate: `/processes/${id}` }) : restored;
});

export const changeMany = memberAction("process:update", bulkProcessSchema, async (input, member) => {
  const saved = await changeManyProcesses(member, input);
  if (!saved.ok) return saved;
  const { changed } = saved.value;
  return done({ message: `${changed} ${changed === 1 ? "process" : "processes"} changed`, revalidate: "/processes" });
});
