/** A failure that a person can act on: printed as its one sentence, without a stack. */
export class PlainError extends Error {}
