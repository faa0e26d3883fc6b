import type { Server } from "./servers";

/** What every part of the bench gets. */
export type Context = {
  /** The database server's address with the app's own database; others lie beside it. */
  serverUrl: string;
  fixtureUrl: string;
  build: string;
  app: Server;
  floor: Server;
  cookie: string;
};
