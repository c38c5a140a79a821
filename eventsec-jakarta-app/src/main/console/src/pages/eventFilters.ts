import type { EventQuery } from "../api/subjects/events";

export const RANGES = [
  { id: "15m", name: "Last 15 minutes", minutes: 15 },
  { id: "1h", name: "Last hour", minutes: 60 },
  { id: "4h", name: "Last 4 hours", minutes: 240 },
  { id: "24h", name: "Last 24 hours", minutes: 1440 },
  { id: "7d", name: "Last 7 days", minutes: 10080 },
  { id: "30d", name: "Last 30 days", minutes: 43200 },
] as const;

const DEFAULT_RANGE = "24h";

/** A search of events as its address names it: a preset range, or its own ends, or all time. */
export interface EventFilter {
  range: string;
  from?: string;
  to?: string;
  q: string;
  filters: FieldFilter[];
}

export interface FieldFilter {
  field: string;
  value: string;
}

export function eventFilterOf(query: URLSearchParams): EventFilter {
  const from = timeOf(query.get("from"));
  const to = timeOf(query.get("to"));
  const asked = query.get("range") ?? "";
  const preset = RANGES.some(({ id }) => id === asked) || asked === "all" ? asked : DEFAULT_RANGE;
  const custom = from !== undefined || to !== undefined;
  return {
    range: custom ? "custom" : preset,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    q: (query.get("q") ?? "").trim(),
    filters: query.getAll("filter").map(fieldFilterOf).filter((filter) => filter !== null),
  };
}

/** What to ask the server for now. */
export function eventQueryOf(filter: EventFilter, now: number): EventQuery {
  const minutes = RANGES.find(({ id }) => id === filter.range)?.minutes;
  const span =
    minutes === undefined
      ? { ...(filter.from === undefined ? {} : { from: filter.from }), ...(filter.to === undefined ? {} : { to: filter.to }) }
      : { from: new Date(now - minutes * 60_000).toISOString() };
  return { ...span, q: filter.q, filter: filter.filters.map(filterText) };
}

/** `field:value`, cut at the first colon: values hold colons (IPv6), names do not. */
export function fieldFilterOf(text: string): FieldFilter | null {
  const colon = text.indexOf(":");
  if (colon < 1 || colon === text.length - 1) return null;
  return { field: text.slice(0, colon).trim(), value: text.slice(colon + 1) };
}

export function filterText({ field, value }: FieldFilter): string {
  return `${field}:${value}`;
}

export function withFilter(query: URLSearchParams, filter: FieldFilter): void {
  const text = filterText(filter);
  if (!query.getAll("filter").includes(text)) query.append("filter", text);
}

export function withoutFilter(query: URLSearchParams, filter: FieldFilter): void {
  const others = query.getAll("filter").filter((text) => text !== filterText(filter));
  query.delete("filter");
  for (const text of others) query.append("filter", text);
}

function timeOf(text: string | null): string | undefined {
  if (text === null || text === "" || Number.isNaN(Date.parse(text))) return undefined;
  return new Date(text).toISOString();
}
