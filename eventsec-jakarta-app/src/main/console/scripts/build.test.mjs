// What a build rests on, and that it fails with a cure where it can't be done. Run by `npm test`.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { describe, nativeDependencies, packageFor, thisPlatform } from "./natives.mjs";

const console_ = join(dirname(fileURLToPath(import.meta.url)), "..");
const lockText = readFileSync(join(console_, "package-lock.json"), "utf8");
const lock = JSON.parse(lockText);
const scratch = mkdtempSync(join(tmpdir(), "eventsec-console-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const run = (args, environment = {}) =>
  spawnSync(process.execPath, args, { encoding: "utf8", cwd: console_, env: { ...process.env, ...environment } });
const checkNode = (version) => run([join(console_, "scripts", "check-node.cjs"), version]);

/** Ended by itself, with what is wrong and the cure, and without a stack trace. */
function assertRefused(result, ...words) {
  assert.equal(result.status, 1, result.stderr);
  assert.match(result.stderr, /The console cannot be built: /);
  assert.match(result.stderr, /Cure: /);
  assert.doesNotMatch(result.stderr, /^\s+at /m);
  for (const word of words) {
    assert.ok(result.stderr.includes(word), `${word} in ${result.stderr}`);
  }
}

test("lockFile_listsTheNativePackagesOfEveryPlatform", () => {
  const platforms = ["x64", "arm64"].flatMap((cpu) => [
    { os: "linux", cpu, libc: "glibc" },
    { os: "linux", cpu, libc: "musl" },
    { os: "darwin", cpu },
  ]);
  platforms.push({ os: "win32", cpu: "x64" });
  const owners = nativeDependencies(lock);
  assert.deepEqual(owners.map((owner) => owner.name).sort(), ["lightningcss", "rolldown"]);
  for (const owner of owners) {
    for (const platform of platforms) {
      const found = packageFor(platform, owner.packages);
      assert.ok(found, `${owner.name} for ${describe(platform)}`);
      assert.match(found.integrity, /^sha512-/, found.name);
      assert.ok(found.optional, found.name);
    }
  }
});

test("lockFile_namesNoDownloadAddress", () => {
  assert.doesNotMatch(lockText, /"resolved"/);
  assert.doesNotMatch(lockText, /\.tgz/);
});

test("engines_areThoseOfTheBundler", () => {
  const engines = JSON.parse(readFileSync(join(console_, "package.json"), "utf8")).engines.node;
  assert.equal(engines, lock.packages["node_modules/vite"].engines.node);
  assert.equal(engines, lock.packages[""].engines.node);
});

test("nodeThatFits_isTaken", () => {
  for (const version of [process.version, "v20.19.0", "v20.99.0", "v22.12.0", "v23.0.0", "v100.0.0"]) {
    const result = checkNode(version);
    assert.equal(result.status, 0, version + result.stderr);
    assert.equal(result.stderr, "");
  }
});

test("nodeThatDoesNotFit_isRefusedWithTheCure", () => {
  for (const version of ["v0.12.18", "v18.20.4", "v20.18.3", "v21.7.3", "v22.11.0"]) {
    assertRefused(checkNode(version), `Node ${version.slice(1)}`, "20.19 or a later 20", "22.12 or newer", "PATH");
  }
});

test("checkOfNode_isReadableByAVeryOldOne", () => {
  const script = readFileSync(join(console_, "scripts", "check-node.cjs"), "utf8");
  assert.doesNotMatch(script, /=>|`|\?\.|\?\?|\b(let|const|class|async|import)\b/);
});

test("packagesNotInstalled_isRefusedWithTheCure", () => {
  const copy = bare("none");
  assertRefused(run([join(copy, "scripts", "check-native.mjs")]), "not installed", "npm ci --include=optional", copy);
});

for (const { name, packages } of nativeDependencies(lock)) {
  test(`nativePackageOf_${name}_missing_isRefusedWithTheCure`, () => {
    const copy = withNatives(name);
    const check = join(copy, "scripts", "check-native.mjs");
    assert.equal(run([check]).status, 0, "before it is removed: " + run([check]).stderr);
    const native = packageFor(thisPlatform(), packages).name;
    rmSync(join(copy, "node_modules", native), { recursive: true });
    assertRefused(run([check]), native, "npm ci --include=optional", copy);
  });
}

test("sameSources_buildTheSameBytes", () => {
  const [first, second] = ["first", "second"].map(built);
  assert.ok(first.size >= 4, `files: ${[...first.keys()]}`);
  assert.deepEqual(first, second);
});

/** The scripts and what they read, without packages. */
function bare(name) {
  const copy = join(scratch, name);
  mkdirSync(copy);
  for (const each of ["package.json", "package-lock.json", "scripts"]) {
    cpSync(join(console_, each), join(copy, each), { recursive: true });
  }
  return copy;
}

/** The same with the native dependencies of this platform, and what they need. */
function withNatives(name) {
  const copy = bare(name);
  const wanted = nativeDependencies(lock).map((owner) => owner.name);
  for (const each of wanted) {
    const described = lock.packages[`node_modules/${each}`];
    const needed = Object.keys({ ...described.dependencies, ...described.optionalDependencies });
    wanted.push(...needed.filter((other) => !wanted.includes(other)));
    const installed = join(console_, "node_modules", each);
    if (existsSync(installed)) {
      cpSync(installed, join(copy, "node_modules", each), { recursive: true });
    }
  }
  cpSync(join(console_, "node_modules", "vite", "package.json"), join(copy, "node_modules", "vite", "package.json"));
  return copy;
}

/** Builds into a directory of that name: each file's digest. */
function built(name) {
  const out = join(scratch, name);
  const vite = join(console_, "node_modules", "vite", "bin", "vite.js");
  const result = run([vite, "build", "--logLevel", "warn"], { CONSOLE_OUT: out, NODE_ENV: "production" });
  assert.equal(result.status, 0, result.stderr);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const digests = files.map((file) => {
    const path = join(file.parentPath ?? file.path, file.name);
    return [relative(out, path), createHash("sha256").update(readFileSync(path)).digest("hex")];
  });
  return new Map(digests.sort());
}
