/** `caseLog.import` reads "Case log: import". */
export function jobName(kind: string): string {
  const [subject = kind, verb] = kind.split(".");
  const words = subject.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("-", " ");
  const named = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return verb ? `${named}: ${verb}` : named;
}

/** The figures of a job's progress, as name and value. */
export function progressFacts(progress: unknown): { label: string; value: string }[] {
  if (typeof progress !== "object" || progress === null || Array.isArray(progress)) return [];
  return Object.entries(progress)
    .filter(([, value]) => typeof value === "number" || typeof value === "string")
    .map(([label, value]) => ({ label: jobName(label), value: String(value) }));
}

/** How often a scheduled job is done: every fifth minute in cron's words reads "Every 5 minutes". */
export function rhythmText({ rhythm, cron }: { rhythm: "tick" | "day"; cron: string }): string {
  if (rhythm === "day") return "Each night";
  const minutes = /^\*\/(\d+) /.exec(cron)?.[1];
  return minutes ? `Every ${minutes} minutes` : cron;
}
