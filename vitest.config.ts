import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    coverage: { include: ["src/**/*.ts", "rules/**/*.ts"] },
  },
});
