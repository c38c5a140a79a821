// What package-lock.json says of packages that are made for one platform each.

const PREFIX = "node_modules/";

/** The packages that need one native package of several, each with those. */
export function nativeDependencies(lock) {
  return Object.entries(lock.packages)
    .map(([path, owner]) => ({
      name: path.slice(PREFIX.length),
      packages: Object.keys(owner.optionalDependencies ?? {})
        .map((name) => ({ name, ...lock.packages[PREFIX + name] }))
        .filter((each) => each.os && each.cpu),
    }))
    .filter((owner) => owner.packages.length > 0);
}

/** Where this process runs; libc is glibc or musl on Linux. */
export function thisPlatform() {
  const linux = process.platform === "linux";
  const glibc = linux && Boolean(process.report.getReport().header.glibcVersionRuntime);
  return { os: process.platform, cpu: process.arch, ...(linux && { libc: glibc ? "glibc" : "musl" }) };
}

/** The package among these that is made for a platform, if one is. */
export function packageFor(platform, packages) {
  return packages.find(
    (each) =>
      each.os.includes(platform.os) &&
      each.cpu.includes(platform.cpu) &&
      (!each.libc || each.libc.includes(platform.libc)),
  );
}

export function describe({ os, cpu, libc }) {
  return [os, cpu, libc].filter(Boolean).join("-");
}
