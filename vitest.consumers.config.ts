import { defineConfig } from "vitest/config";

/** Tests with packagers' own tools on real trees: minutes, not seconds, and all tools must be installed. */
export default defineConfig({
  test: {
    include: ["test/consumers/**/*.consumer.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
  },
});
