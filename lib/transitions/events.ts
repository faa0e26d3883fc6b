/** What transitions say has happened. */
export const transitionEvents = {
  planChanged: (of: { engagementId: string }) => ({ kind: "transition.planChanged", ...of }) as const,
  taskChanged: (of: { engagementId: string }) => ({ kind: "transition.taskChanged", ...of }) as const,
};
