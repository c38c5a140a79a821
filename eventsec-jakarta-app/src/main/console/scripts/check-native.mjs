// Ends the build early, with the cure, when packages are not installed or a native one of this platform is missing.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, nativeDependencies, packageFor, thisPlatform } from "./natives.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const fail = (what, cure) => {
  console.error(`\nThe console cannot be built: ${what}\nCure: ${cure}\n`);
  process.exit(1);
};

if (!existsSync(join(folder, "node_modules", "vite", "package.json"))) {
  fail("its packages are not installed.", `run \`npm ci --include=optional\` in ${folder}.`);
}

const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8"));
const platform = thisPlatform();
const vite = createRequire(createRequire(join(folder, "package.json")).resolve("vite/package.json"));
for (const { name, packages } of nativeDependencies(lock)) {
  const native = packageFor(platform, packages);
  if (!native) {
    fail(`${name} has no native package for ${describe(platform)}.`, "build it on another platform; what is built runs on all.");
  }
  try {
    await import(vite.resolve(name));
  } catch (problem) {
    const reason = String(problem?.message ?? problem).split(/[.\n] ?/)[0];
    fail(
      `${native.name}, the native package of ${name} for ${describe(platform)}, is missing or does not load (${reason}).`,
      `delete node_modules and run \`npm ci --include=optional\` in ${folder} on this machine.`,
    );
  }
}
