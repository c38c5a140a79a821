import type { ReactNode } from "react";
import type { Permission } from "../api/types";
import { AdvisorySourcesPage } from "../pages/AdvisorySourcesPage";
import { AlertPage } from "../pages/AlertPage";
import { AlertsPage } from "../pages/AlertsPage";
import { AssetPage } from "../pages/AssetPage";
import { AssetsPage } from "../pages/AssetsPage";
import { DeadLettersPage } from "../pages/DeadLettersPage";
import { DraftPolicyPage } from "../pages/DraftPolicyPage";
import { EntitiesPage } from "../pages/EntitiesPage";
import { EntityPage } from "../pages/EntityPage";
import { EventsPage } from "../pages/EventsPage";
import { FindingPage } from "../pages/FindingPage";
import { FindingsPage } from "../pages/FindingsPage";
import { IncidentPage } from "../pages/IncidentPage";
import { IncidentsPage } from "../pages/IncidentsPage";
import { IndicatorsPage } from "../pages/IndicatorsPage";
import { NotificationsPage } from "../pages/NotificationsPage";
import { OverviewPage } from "../pages/OverviewPage";
import { RiskPoliciesPage } from "../pages/RiskPoliciesPage";
import { RiskPolicyPage } from "../pages/RiskPolicyPage";
import { RulePage } from "../pages/RulePage";
import { RulesPage } from "../pages/RulesPage";
import { SensorsPage } from "../pages/SensorsPage";
import { StatusPage } from "../pages/StatusPage";
import { TeamsPage } from "../pages/TeamsPage";
import { VexPage } from "../pages/VexPage";
import { matchPath, type Params } from "../router/router";
import type { IconName } from "../ui/Icon";

/** A page of the console. Those with `nav` stand in the navigation, in this order. */
export interface Route {
  pattern: string;
  title: string;
  needs: Permission;
  nav?: { icon: IconName; key?: string };
  match: (path: string) => ReactNode | null;
}

function route<P extends string>(
  pattern: P,
  title: string,
  needs: Permission,
  page: (params: Params<P>) => ReactNode,
  nav?: Route["nav"],
): Route {
  const match = (path: string) => {
    const params = matchPath(pattern, path);
    return params === null ? null : page(params);
  };
  return { pattern, title, needs, match, ...(nav === undefined ? {} : { nav }) };
}

/** The one routing table. */
export const ROUTES: readonly Route[] = [
  route("/", "Overview", "alerts:read", () => <OverviewPage />, { icon: "overview", key: "o" }),
  route("/alerts", "Alerts", "alerts:read", () => <AlertsPage />, { icon: "alerts", key: "a" }),
  route("/alerts/:id", "Alert", "alerts:read", ({ id }) => <AlertPage key={id} id={id} />),
  route("/incidents", "Incidents", "incidents:read", () => <IncidentsPage />, { icon: "incidents", key: "i" }),
  route("/incidents/:id", "Incident", "incidents:read", ({ id }) => <IncidentPage key={id} id={id} />),
  route("/entities", "Entities", "alerts:read", () => <EntitiesPage />, { icon: "entities", key: "t" }),
  route("/entities/of", "Entity", "alerts:read", () => <EntityPage />),
  route("/events", "Events", "events:read", () => <EventsPage />, { icon: "events", key: "e" }),
  route("/rules", "Rules", "rules:read", () => <RulesPage />, { icon: "rules", key: "r" }),
  route("/rules/:id", "Rule", "rules:read", ({ id }) => <RulePage key={id} id={id} />),
  route("/indicators", "Indicators", "indicators:read", () => <IndicatorsPage />, { icon: "indicators", key: "n" }),
  route("/vulnerabilities", "Vulnerabilities", "vulnerabilities:read", () => <FindingsPage />, { icon: "vulnerabilities", key: "v" }),
  route("/vulnerabilities/sources", "Advisory sources", "vulnerabilities:read", () => <AdvisorySourcesPage />),
  route("/vulnerabilities/findings/:id", "Finding", "vulnerabilities:read", ({ id }) => <FindingPage key={id} id={id} />),
  route("/vulnerabilities/policies", "Risk policies", "vulnerabilities:read", () => <RiskPoliciesPage />),
  route("/vulnerabilities/policies/:name/:version", "Risk policy", "vulnerabilities:read", ({ name, version }) => <RiskPolicyPage key={`${name} ${version}`} name={name} version={version} />),
  route("/vulnerabilities/draft", "Draft of a risk policy", "vulnerabilities:write", () => <DraftPolicyPage />),
  route("/vulnerabilities/vex", "VEX", "vulnerabilities:read", () => <VexPage />),
  route("/inventory", "Inventory", "inventory:read", () => <AssetsPage />, { icon: "inventory", key: "h" }),
  route("/inventory/:id", "Asset", "inventory:read", ({ id }) => <AssetPage key={id} id={id} />),
  route("/teams", "Teams", "users:read", () => <TeamsPage />),
  route("/sensors", "Sensors", "sensors:manage", () => <SensorsPage />, { icon: "sensors", key: "s" }),
  route("/dead-letters", "Dead letters", "system:read", () => <DeadLettersPage />, { icon: "letters", key: "d" }),
  route("/notifications", "Notifications", "alerts:read", () => <NotificationsPage />),
  route("/status", "System", "system:read", () => <StatusPage />, { icon: "status", key: "y" }),
];
