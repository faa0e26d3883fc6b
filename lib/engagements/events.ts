/** What engagements say has happened. */
export const engagementEvents = {
  stageEntered: (of: { engagementId: string }) => ({ kind: "engagement.stageEntered", ...of }) as const,
};
