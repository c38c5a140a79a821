import { Http } from "./http";
import { AlertApi } from "./subjects/alerts";
import { DeadLetterApi } from "./subjects/deadLetters";
import { EventApi } from "./subjects/events";
import { IncidentApi } from "./subjects/incidents";
import { IndicatorApi } from "./subjects/indicators";
import { InventoryApi } from "./subjects/inventory";
import { NotificationApi } from "./subjects/notifications";
import { PeopleApi } from "./subjects/people";
import { RiskPolicyApi } from "./subjects/riskPolicies";
import { RuleApi } from "./subjects/rules";
import { SystemApi } from "./subjects/system";
import { VulnerabilityApi } from "./subjects/vulnerabilities";

/** All that can be asked of the server, by subject; the session is its own. */
export class ApiClient extends Http {
  readonly alerts = new AlertApi(this);
  readonly events = new EventApi(this);
  readonly rules = new RuleApi(this);
  readonly incidents = new IncidentApi(this);
  readonly indicators = new IndicatorApi(this);
  readonly deadLetters = new DeadLetterApi(this);
  readonly notifications = new NotificationApi(this);
  readonly people = new PeopleApi(this);
  readonly system = new SystemApi(this);
  readonly vulnerabilities = new VulnerabilityApi(this);
  readonly riskPolicies = new RiskPolicyApi(this);
  readonly inventory = new InventoryApi(this);
}
