import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // The pages are embedded in the program and served from its own scheme.
  base: "./",
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { port: 5173, strictPort: true },
  build: {
    outDir: "dist",
    target: ["safari17", "chrome120"],
    // Everything comes from the same file: what counts is how little is parsed before the first screen.
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: false,
    testTimeout: 60_000,
    // Two workers also where there are but two cores: the one that waits for them has nothing to do.
    maxWorkers: "100%",
  },
});
