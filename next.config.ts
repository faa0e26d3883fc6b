import type { NextConfig } from "next";

/** For the answers that pass by the proxy: calls of programs and uploads. */
const headers = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() answers 403 with a page that says so.
  experimental: { authInterrupts: true },
  // Types are a step of the tests, over the whole project: who starts the app neither waits for them nor is stopped by a test.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/api/v1/:path*", headers }],
  distDir: process.env.STEWARD_BUILD_DIR ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default config;
