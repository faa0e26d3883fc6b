/** Someone else saved the record meanwhile: what stands there now, by field name, with the new `version` among them. */
export type Conflict = { by: string; at: string; current: Record<string, string> };

/** What a form's action answers. A refusal is an answer, not an exception, and says what a person can do. */
export type ActionState =
  | { status: "idle" }
  | { status: "done"; message?: string; redirectTo?: string; value?: unknown }
  | { status: "refused"; message: string; fields?: Record<string, string[]>; conflict?: Conflict };

export type FormAction = (previous: ActionState, form: FormData) => Promise<ActionState>;

export const IDLE: ActionState = { status: "idle" };
