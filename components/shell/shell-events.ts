/** Buttons anywhere in the frame ask for these; the one listener sits in `CommandCenter`. */
export type ShellEvent = "shell:palette" | "shell:shortcuts";

export function askShell(event: ShellEvent): void {
  window.dispatchEvent(new Event(event));
}
