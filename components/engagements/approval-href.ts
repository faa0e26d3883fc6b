type Asked = {
  kind: string | null;
  subjectType: string | null;
  subjectId: string | null;
  engagementId: string | null;
};

/** Where the decision is taken: beside the thing itself, with everything one needs to see. */
export function approvalHref({ kind, subjectType, subjectId, engagementId }: Asked): string | undefined {
  if (kind === "gate") return `/engagements/${subjectId}#gate`;
  if (kind === "businessCase") return engagementId ? `/engagements/${engagementId}/business-case` : undefined;
  if (subjectType === "contract") return `/contracts/${subjectId}`;
  if (subjectType === "contractAmendment") return `/amendments/${subjectId}`;
  if (subjectType === "rfp") return `/rfps/${subjectId}`;
  return engagementId ? `/engagements/${engagementId}/rfp` : undefined;
}
