import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config";

/** The checks of `npm run test:security`: one running server, one file after the other. */
export default mergeConfig(
  { resolve: base.resolve },
  defineConfig({
    test: {
      include: ["tests/security/*.check.ts"],
      globalSetup: ["tests/security/world.ts"],
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 180_000,
    },
  }),
);
