import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Audit } from "./change";
import type { Transaction } from "./database";

/**
 * What a domain says has happened: `charge.recorded`, `contract.amended`. Each domain makes its own in its `events.ts`;
 * what follows from them is told in `lib/reactions`, above all domains.
 */
export type Happening = { readonly kind: `${string}.${string}` };

/** Says what has happened, in the transaction in which it happens. */
export type Tell = (happening: Happening) => void;

export type ReactionContext = { tx: Transaction; audit: Audit; actor: Actor };

/** Lets follow what follows, in the same transaction: all of it stands or falls with the change. */
export type React = (context: ReactionContext, happenings: readonly Happening[]) => Promise<void>;

// Handed in once per process by whoever puts the process together; bundles of one process share it.
const holder = globalThis as typeof globalThis & { stewardReactions?: () => Promise<React> };

export function handInReactions(load: () => Promise<React>): void {
  holder.stewardReactions = load;
}

export async function reactTo(context: ReactionContext, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return;
  const load = holder.stewardReactions;
  if (!load) throw new Error("Something happened before the reactions were handed in: see lib/assemble.ts.");
  await (await load())(context, happenings);
}
