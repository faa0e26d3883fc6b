import "server-only";
import { randomBytes } from "node:crypto";
import http from "node:http";

// The framework hands the application headers and no socket. The address of who is really connected is put into a
// header whose name nobody outside can guess; bundles of one process share it.
const holder = globalThis as typeof globalThis & { stewardPeerHeader?: string };

/** From now on every request of this process carries the address of its socket. Once per process. */
export function rememberPeers(): void {
  if (holder.stewardPeerHeader) return;
  const name = `x-peer-${randomBytes(16).toString("hex")}`;
  holder.stewardPeerHeader = name;
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function withPeer(this: http.Server, event: string, ...args: unknown[]) {
    const [request] = args;
    if (event === "request" && request instanceof http.IncomingMessage) {
      const address = request.socket.remoteAddress;
      if (address) request.headers[name] = address.replace(/^::ffff:/, "");
    }
    return emit.call(this, event, ...args);
  } as typeof emit;
}

/** The address of the socket; null where the process was started without `rememberPeers`. */
export function peerAddress(headers: Headers): string | null {
  const name = holder.stewardPeerHeader;
  return name ? headers.get(name) : null;
}
