import { queryString } from "../api/http";
import { pathOf } from "../router/router";

/** The addresses of the console, to link to. The routing table maps them to pages. */
export const paths = {
  overview: "/",
  alerts: "/alerts",
  alert: (id: string) => pathOf("/alerts/:id", { id }),
  alertsOfRule: (rule: string) => `/alerts${queryString({ rule })}`,
  alertsAbout: (text: string) => `/alerts${queryString({ q: text.slice(0, 200) })}`,
  entities: "/entities",
  entity: (kind: string, name: string) => `/entities/of${queryString({ kind, name })}`,
  incidents: "/incidents",
  incident: (id: string) => pathOf("/incidents/:id", { id }),
  incidentsOfAlert: (alert: string) => `/incidents${queryString({ alert })}`,
  events: (search: { filter?: readonly string[]; q?: string; from?: string; to?: string; range?: string } = {}) =>
    `/events${queryString(search)}`,
  rules: "/rules",
  rule: (id: string) => pathOf("/rules/:id", { id }),
  indicators: "/indicators",
  vulnerabilities: "/vulnerabilities",
  findings: (filter: { asset?: string; vulnerability?: string; status?: string }) => `/vulnerabilities${queryString(filter)}`,
  finding: (id: string) => pathOf("/vulnerabilities/findings/:id", { id }),
  advisorySources: "/vulnerabilities/sources",
  riskPolicies: "/vulnerabilities/policies",
  riskPolicy: (name: string, version: number) => pathOf("/vulnerabilities/policies/:name/:version", { name, version: String(version) }),
  draftPolicy: (from?: { name: string; version: number }) => `/vulnerabilities/draft${queryString({ name: from?.name, version: from?.version })}`,
  vex: (filter: { asset?: string; status?: string } | URLSearchParams = {}) => {
    const query = filter instanceof URLSearchParams ? filter.toString() : queryString(filter).slice(1);
    return query === "" ? "/vulnerabilities/vex" : `/vulnerabilities/vex?${query}`;
  },
  inventory: "/inventory",
  assetsCalled: (hostname: string) => `/inventory${queryString({ hostname: hostname.slice(0, 255) })}`,
  asset: (id: string) => pathOf("/inventory/:id", { id }),
  teams: "/teams",
  sensors: "/sensors",
  notifications: "/notifications",
  deadLetters: "/dead-letters",
  status: "/status",
  signIn: "/sign-in",
  setup: "/setup",
} as const;
