import { defineConfig } from "vitest/config";

/** Tests on Debian's own trees of nova and os-vif, with the tests that those bring: minutes, and much to install. */
export default defineConfig({
  test: {
    include: ["test/debian/**/*.debian.ts"],
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    fileParallelism: false,
  },
});
