import type { Alert } from "../api/types";
import { paths } from "../app/paths";
import { singleValues } from "../text/values";

/** A thing that an alert is about, and where in the events to look for more of it. */
export interface Pivot {
  kind: "host" | "user" | "address";
  value: string;
  /** The event fields that hold it, best known first; none when only a text search finds it. */
  fields: string[];
}

/* The fields that name entities, in the order in which an analyst would use them. */
const KNOWN = [
  "host.name",
  "source.ip",
  "destination.ip",
  "host.ip",
  "user.name",
  "source.user.name",
  "destination.user.name",
  "source.domain",
  "destination.domain",
];

const HOUR_MS = 3_600_000;

export function pivotsOf(alert: Alert): Pivot[] {
  const pivot = (kind: Pivot["kind"]) => (value: string) => ({ kind, value, fields: fieldsHolding(alert, value) });
  return [
    ...alert.entities.hosts.map(pivot("host")),
    ...alert.entities.users.map(pivot("user")),
    ...alert.entities.addresses.map(pivot("address")),
  ];
}

/** Event search for the value in this field, from an hour before the alert's event to an hour after. */
export function pivotPath(alert: { eventTime: string }, field: string | null, value: string): string {
  const at = Date.parse(alert.eventTime);
  const span = Number.isNaN(at) ? { range: "all" } : { from: new Date(at - HOUR_MS).toISOString(), to: new Date(at + HOUR_MS).toISOString() };
  return paths.events(field === null ? { ...span, q: `"${value.replaceAll('"', "")}"` } : { ...span, filter: [`${field}:${value}`] });
}

function fieldsHolding(alert: Alert, value: string): string[] {
  return KNOWN.filter((field) => alert.evidence.some(({ fields }) => singleValues(fields[field]).includes(value)));
}
