// Ends the build early, with the cure, when Node is too old or the bundler's native package of this platform is missing.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");
const fail = (what, cure) => {
  console.error(`\nThe console cannot be built: ${what}\nCure: ${cure}\n`);
  process.exit(1);
};

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node ${process.versions.node} is too old; Node 20.19 or newer is needed.`,
    "install a newer Node (for example your system's nodejs package, 20.19 or newer) and put it first on the PATH.",
  );
}
if (!existsSync(join(folder, "node_modules", "vite", "package.json"))) {
  fail("its packages are not installed.", `run \`npm ci\` in ${folder}.`);
}

const requireHere = createRequire(join(folder, "package.json"));
for (const [bundled, by] of [["rolldown", "vite"], ["lightningcss", "vite"]]) {
  try {
    const owner = createRequire(requireHere.resolve(`${by}/package.json`));
    await import(owner.resolve(bundled));
  } catch (problem) {
    const reason = String(problem?.message ?? problem).split(/[.\n] ?/)[0];
    fail(
      `the native package of ${bundled} for ${process.platform}-${process.arch} is missing or does not load (${reason}).`,
      "delete node_modules and run `npm ci` again on this machine, with optional packages allowed (no --omit=optional).",
    );
  }
}
