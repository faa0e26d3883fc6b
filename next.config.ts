import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() answers 403 with a page that says so.
  experimental: { authInterrupts: true },
  // Types are a step of the tests, over the whole project: who starts the app neither waits for them nor is stopped by a test.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.STEWARD_BUILD_DIR ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default config;
