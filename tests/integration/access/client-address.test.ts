import http from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rememberPeers } from "@/lib/server/peer-address";
import { clientAddress } from "@/lib/server/request-trace";

let server: http.Server;
let address = "";

beforeAll(async () => {
  rememberPeers();
  server = http.createServer((request, response) => {
    response.end(String(clientAddress(new Headers(request.headers as Record<string, string>))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => {
  server.close();
});

test("without a trusted proxy the address is that of the socket, whatever the headers claim", async () => {
  const forged = { "x-forwarded-for": "203.0.113.9", "x-real-ip": "203.0.113.9", "x-peer": "203.0.113.9" };
  expect(await (await fetch(address, { headers: forged })).text()).toBe("127.0.0.1");
  expect(await (await fetch(address)).text()).toBe("127.0.0.1");
});
