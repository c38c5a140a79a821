import type { FieldValue } from "../api/types";

/** A field's value as text: lists by comma, objects as JSON. */
export function valueText(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(valueText).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}

/** The single values of a field: what one can filter by. */
export function singleValues(value: FieldValue | undefined): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(singleValues);
  return [valueText(value)];
}

/** Only these are made links: rules come from outside, and `javascript:` is an address too. */
export function httpAddress(text: string): string | null {
  try {
    const address = new URL(text);
    return address.protocol === "http:" || address.protocol === "https:" ? address.href : null;
  } catch {
    return null;
  }
}

const COUNT = new Intl.NumberFormat("en-US");

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : COUNT.format(value);
}

const POINTS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** Points of risk: to a tenth, for no more can be told apart. */
export function points(value: number): string {
  return POINTS.format(value);
}

/** A probability: "94 %", "0.04 %". */
export function percent(value: number): string {
  const digits = value < 0.01 ? 2 : value < 0.1 ? 1 : 0;
  return `${(value * 100).toFixed(digits)} %`;
}

/** "7 days", "90 minutes": in the largest unit that needs no fraction. */
export function durationText(seconds: number): string {
  for (const [unit, size] of [["day", 86_400], ["hour", 3_600], ["minute", 60]] as const) {
    if (seconds >= size && seconds % size === 0) return counted(seconds / size, unit);
  }
  return counted(seconds, "second");
}

/** "1 event", "2 events". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
