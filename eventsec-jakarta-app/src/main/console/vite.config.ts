import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Where the build goes: `dist/` in CONSOLE_OUT, or in the module's target/console. */
const out = resolve(process.env["CONSOLE_OUT"] ?? "../../../target/console", "dist");

/** The server that `npm run dev` passes API calls on to. */
const api = process.env["CONSOLE_API"] ?? "http://127.0.0.1:9080";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: out,
    emptyOutDir: true,
    // The content security policy allows nothing inline but images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2022",
    reportCompressedSize: false,
  },
  server: {
    proxy: { "/api": { target: api }, "/health": { target: api } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    pool: "threads",
    // One environment for all files: they share no state but the address, which setup.ts resets.
    isolate: false,
    maxWorkers: 1,
    restoreMocks: true,
    css: false,
    testTimeout: 60_000,
  },
});
