import { useSyncExternalStore } from "react";
import type { Zone } from "../text/time";

export type Theme = "system" | "light" | "dark";

interface Preferences {
  theme: Theme;
  zone: Zone;
  shortcuts: boolean;
}

const watchers = new Set<() => void>();

let preferences: Preferences = {
  theme: oneOf(read("theme"), ["system", "light", "dark"], "system"),
  zone: oneOf(read("zone"), ["utc", "local"], "utc"),
  shortcuts: read("shortcuts") !== "off",
};

/** What this browser's user has chosen: theme, time zone of all times shown, single-key shortcuts. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(watch, () => preferences);
}

export function currentPreferences(): Preferences {
  return preferences;
}

export function prefer(change: Partial<Preferences>): void {
  preferences = { ...preferences, ...change };
  write("theme", preferences.theme);
  write("zone", preferences.zone);
  write("shortcuts", preferences.shortcuts ? "on" : "off");
  const root = document.documentElement;
  if (preferences.theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = preferences.theme;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`eventsec.${name}`);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`eventsec.${name}`, value);
  } catch {
    // A browser that keeps nothing keeps the choice until the page is left.
  }
}

function oneOf<T extends string>(value: string | null, allowed: readonly T[], otherwise: T): T {
  return allowed.find((one) => one === value) ?? otherwise;
}
