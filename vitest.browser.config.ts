import { defineConfig } from "vitest/config";

/** The HTML report in a real Chromium (CHROMIUM=/path, or /usr/bin/chromium); it fails where there is none. */
export default defineConfig({
  test: { include: ["test/browser/**/*.browser.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
