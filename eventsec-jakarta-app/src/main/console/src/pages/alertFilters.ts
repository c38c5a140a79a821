import type { AlertQuery } from "../api/subjects/alerts";
import { type AlertStatus, type AlertSummary, SEVERITIES, type Severity, STATUSES } from "../api/types";

/** What the alert list is narrowed to; an empty list means no restriction. */
export interface AlertFilter {
  status: AlertStatus[];
  severity: Severity[];
  rule: string;
  q: string;
}

/** The filter that an address names; unknown words are left out. */
export function alertFilterOf(query: URLSearchParams): AlertFilter {
  const words = (name: string) => (query.get(name) ?? "").split(",");
  return {
    status: STATUSES.filter((status) => words("status").includes(status)),
    severity: SEVERITIES.filter((severity) => words("severity").includes(severity)),
    rule: query.get("rule") ?? "",
    q: (query.get("q") ?? "").trim(),
  };
}

export function alertQueryOf(filter: AlertFilter): AlertQuery {
  return { status: filter.status, severity: filter.severity, rule: filter.rule, q: filter.q };
}

export function isFiltered(filter: AlertFilter): boolean {
  return filter.status.length > 0 || filter.severity.length > 0 || filter.rule !== "" || filter.q !== "";
}

/** Whether a live alert belongs into the list. A text search is the server's to decide: "ask". */
export function fits(alert: AlertSummary, filter: AlertFilter): boolean | "ask" {
  if (filter.status.length > 0 && !filter.status.includes(alert.status)) return false;
  if (filter.severity.length > 0 && !filter.severity.includes(alert.severity)) return false;
  if (filter.rule !== "" && filter.rule !== alert.ruleId) return false;
  return filter.q === "" ? true : "ask";
}

/** The list with a live alert in its place: newest first by the time it was raised, then by id. */
export function withAlert(list: readonly AlertSummary[], alert: AlertSummary): AlertSummary[] {
  const known = list.find((one) => one.id === alert.id);
  if (known !== undefined && known.revision > alert.revision) return [...list];
  const others = list.filter((one) => one.id !== alert.id);
  const at = others.findIndex((one) => newerFirst(alert, one) < 0);
  return at < 0 ? [...others, alert] : [...others.slice(0, at), alert, ...others.slice(at)];
}

export function withStatus(list: readonly AlertSummary[], id: string, status: AlertStatus, revision: number): AlertSummary[] {
  return list.map((one) => (one.id === id && one.revision < revision ? { ...one, status, revision } : one));
}

function newerFirst(a: AlertSummary, b: AlertSummary): number {
  const byTime = Date.parse(b.raisedAt) - Date.parse(a.raisedAt);
  return byTime !== 0 ? byTime : a.id < b.id ? 1 : -1;
}

export function toggled<T>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
