import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() answers 403 with a page that says so.
  experimental: { authInterrupts: true },
  distDir: process.env.STEWARD_BUILD_DIR ?? ".next",
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-boss", "pino", "@prisma/client", "@prisma/adapter-pg"],
};

export default config;
