import type { Component } from "../api/inventory";

/** A component whose versions are others than they were. */
export interface Changed {
  kind: "installed" | "upgraded" | "removed";
  ecosystem: string;
  name: string;
  arch: string;
  before: string[];
  after: string[];
}

const KINDS = ["installed", "upgraded", "removed"] as const;

/** What was installed, brought to other versions and removed between two moments; by kind, then by name. */
export function difference(before: readonly Component[], after: readonly Component[]): Changed[] {
  const all = new Map<string, Changed>();
  const note = (list: readonly Component[], when: "before" | "after") => {
    for (const { ecosystem, name, arch, version } of list) {
      const key = JSON.stringify([ecosystem, name, arch]);
      const one = all.get(key) ?? { kind: "upgraded", ecosystem, name, arch, before: [], after: [] };
      all.set(key, one);
      if (!one[when].includes(version)) one[when].push(version);
    }
  };
  note(before, "before");
  note(after, "after");
  return [...all.values()]
    .map((one): Changed => ({ ...one, before: one.before.sort(), after: one.after.sort() }))
    .filter((one) => one.before.join("\n") !== one.after.join("\n"))
    .map((one): Changed => ({ ...one, kind: one.before.length === 0 ? "installed" : one.after.length === 0 ? "removed" : "upgraded" }))
    .sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.name, b.name) || compare(a.arch, b.arch));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
