/** What governance says has happened. */
export const governanceEvents = {
  /** Somebody else's task from now on. */
  actionAssigned: (of: { actionId: string; ownerId: string }) => ({ kind: "action.assigned", ...of }) as const,
  actionChanged: (of: { engagementId: string }) => ({ kind: "action.changed", ...of }) as const,
  issueChanged: (of: { engagementId: string }) => ({ kind: "issue.changed", ...of }) as const,
  surveyRecorded: (of: { engagementId: string }) => ({ kind: "survey.recorded", ...of }) as const,
};
