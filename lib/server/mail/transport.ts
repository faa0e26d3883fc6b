import "server-only";
import { createTransport, type Transporter } from "nodemailer";

/** SMTP by address; short patience, because a message that fails is tried again anyway. */
export function openTransport(address: string): Transporter {
  return createTransport({
    url: address,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Bodies are text of ours; nothing is ever read from a file or an address named in a message.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
