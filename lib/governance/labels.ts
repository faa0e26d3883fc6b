export const actionStateLabels = { open: "Open", done: "Done", cancelled: "Cancelled" } as const;
export const severityLabels = { low: "Low", medium: "Medium", high: "High", severe: "Severe" } as const;
export const issueStateLabels = { open: "Open", resolved: "Resolved", closed: "Closed" } as const;
export const ACTION_STATES = ["open", "done", "cancelled"] as const;
export const SEVERITIES = ["low", "medium", "high", "severe"] as const;
export const ISSUE_STATES = ["open", "resolved", "closed"] as const;
