import { FINDING_STATUSES, type FindingQuery, type FindingStatus, RISKS, type RiskLevel, WAITING } from "../api/vulnerabilities";

/** What the list of findings is narrowed to; an empty list means no restriction. */
export interface FindingFilter {
  status: FindingStatus[];
  risk: RiskLevel[];
  q: string;
  exploited: boolean;
  overdue: boolean;
  asset: string;
  vulnerability: string;
}

const ANY = "any";

/** The filter that an address names; unknown words are left out, and without a status it is what somebody has still to deal with. */
export function findingFilterOf(query: URLSearchParams): FindingFilter {
  const words = (name: string) => (query.get(name) ?? "").split(",");
  const named = FINDING_STATUSES.filter((status) => words("status").includes(status));
  return {
    status: named.length > 0 || query.get("status") === ANY ? named : [...WAITING],
    risk: RISKS.filter((risk) => words("risk").includes(risk)),
    q: (query.get("q") ?? "").trim(),
    exploited: query.get("exploited") === "true",
    overdue: query.get("overdue") === "true",
    asset: query.get("asset") ?? "",
    vulnerability: query.get("vulnerability") ?? "",
  };
}

export function findingQueryOf(filter: FindingFilter): FindingQuery {
  return { ...filter };
}

/** How an address names these statuses: those that wait need no words. */
export function statusWords(status: readonly FindingStatus[]): string {
  if (status.length === 0) return ANY;
  return isWaiting(status) ? "" : status.join(",");
}

/** True if there are fewer than all that wait. */
export function isNarrowed(filter: FindingFilter): boolean {
  return (
    !(isWaiting(filter.status) || filter.status.length === 0) ||
    filter.risk.length > 0 ||
    filter.q !== "" ||
    filter.exploited ||
    filter.overdue ||
    filter.asset !== "" ||
    filter.vulnerability !== ""
  );
}

export function isWaiting(status: readonly FindingStatus[]): boolean {
  return status.length === WAITING.length && WAITING.every((one) => status.includes(one));
}
