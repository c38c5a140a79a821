/** The shapes of the REST API, version 1. Times are ISO 8601 in UTC. */

export type Severity = "critical" | "high" | "medium" | "low" | "informational";
export type AlertStatus = "open" | "acknowledged" | "closed";

export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "informational"];
export const STATUSES: readonly AlertStatus[] = ["open", "acknowledged", "closed"];

export type Permission =
  | "alerts:read"
  | "alerts:write"
  | "incidents:read"
  | "incidents:write"
  | "indicators:read"
  | "indicators:write"
  | "inventory:read"
  | "inventory:write"
  | "vulnerabilities:read"
  | "vulnerabilities:write"
  | "events:read"
  | "rules:read"
  | "rules:write"
  | "rules:reevaluate"
  | "system:read"
  | "system:manage"
  | "metrics:read"
  | "sensors:manage"
  | "users:read"
  | "teams:manage"
  | "audit:read";

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export const INDICATOR_KINDS = ["address", "network", "domain", "url", "email", "md5", "sha1", "sha256", "file_name"] as const;

/** What a feed says of something that is bad. */
export interface Indicator {
  id: string;
  kind: string;
  value: string;
  feed: string;
  source: string;
  externalId: string;
  confidence: number | null;
  validFrom: string | null;
  validUntil: string | null;
  name: string;
  tlp: string | null;
  withdrawnAt: string | null;
  alerts: number;
  lastSeenAt: string | null;
}

/** What became of a feed that was taken in. */
export interface IndicatorImport {
  feed: string;
  format: string;
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  refused: number;
  refusals: { reason: string; position: string; id: string; message: string }[];
  complete: boolean;
  ended: string | null;
  replaced: boolean;
}

export interface Session {
  user: { id: string; username: string; displayName: string; role: string };
  tenant: string;
  permissions: string[];
  csrfToken: string;
  expiresAt: string;
  version: string;
}

/** Something that the user was told. */
export interface Notification {
  id: string;
  title: string;
  alertId: string | null;
  incidentId: string | null;
  correlationId: string | null;
  createdAt: string;
  readAt: string | null;
}

/** The number of unread ones is of all, 1,000 for so many or more. */
export interface NotificationPage extends Page<Notification> {
  unread: number;
}

/** A user as others see them. */
export interface Person {
  id: string;
  username: string;
  displayName: string;
}

/** A team, as what belongs to it names it. */
export interface TeamRef {
  id: string;
  name: string;
}

/** A team, to which things can be given. */
export interface Team extends TeamRef {
  members: Person[];
  createdAt: string;
}

export type CaseRole = "owner" | "assignee";

export type IncidentStatus = "open" | "in_progress" | "on_hold" | "closed";

export const INCIDENT_STATUSES: readonly IncidentStatus[] = ["open", "in_progress", "on_hold", "closed"];

export interface IncidentSummary {
  id: string;
  title: string;
  severity: Severity;
  status: IncidentStatus;
  people: { createdBy: Person; owner: Person | null; assignee: Person | null; closedBy: Person | null };
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  itemCount: number;
  revision: number;
}

export interface IncidentItem {
  id: string;
  kind: "alert" | "asset" | "event";
  key: string;
  label: string;
  addedBy: Person;
  addedAt: string;
}

export interface IncidentChange {
  change: "created" | "title" | "status" | "owner" | "assignee" | "item_added" | "item_removed";
  /** Where it stood, or what it was called. */
  from: string | null;
  to: string | null;
  /** Whose it is since; null for nobody's. */
  subject: Person | null;
  item: { kind: string; key: string } | null;
  comment: string | null;
  user: Person;
  at: string;
}

export interface Incident extends IncidentSummary {
  description: string;
  items: IncidentItem[];
  history: IncidentChange[];
}

export interface NewIncident {
  title: string;
  description: string;
  severity: Severity;
  alerts: string[];
}

export interface SetupRequest {
  token: string;
  username: string;
  displayName: string;
  password: string;
}

export interface TimeBucket {
  time: string;
  count: number;
}

export interface Overview {
  from: string;
  to: string;
  events: { total: number; perBucket: TimeBucket[] } | null;
  alerts: {
    total: number;
    open: number;
    bySeverity: Partial<Record<Severity, number>>;
    byRule: { ruleId: string; title: string; severity: Severity; count: number }[];
  };
  sources: { source: string; events: number; lastEventAt: string | null }[] | null;
  pipeline: {
    accepted: number;
    detected: number;
    indexed: number;
    deadLetters: number;
    detectLagBatches: number;
    indexLagBatches: number;
    outboxPending: number;
  };
  search: { available: boolean; reason: string | null };
}

export interface Entities {
  hosts: string[];
  users: string[];
  addresses: string[];
}

export interface AlertSummary {
  id: string;
  title: string;
  severity: Severity;
  status: AlertStatus;
  ruleId: string;
  ruleVersion: string | number;
  source: string;
  eventTime: string;
  lastEventTime: string;
  firings: number;
  raisedAt: string;
  entities: Entities;
  revision: number;
}

export const ENTITY_KINDS = ["host", "user", "address"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** A host, user or address and what is left now of the points that alerts gave it. */
export interface EntityRisk {
  kind: EntityKind;
  name: string;
  score: number;
  alerts: number;
  lastSeenAt: string;
  lastAlertId: string;
}

/** The contributions are the newest; older ones may be part of the score all the same. */
export interface EntityDetail extends EntityRisk {
  at: string;
  halfLifeSeconds: number;
  contributions: RiskContribution[];
}

export interface RiskContribution {
  alertId: string;
  ruleId: string;
  title: string;
  severity: Severity;
  status: AlertStatus;
  eventTime: string;
  points: number;
  left: number;
}

export type FieldValue = string | number | boolean | null | FieldValue[] | { [name: string]: FieldValue };
export type Fields = Record<string, FieldValue>;

export interface MatchedItem {
  selection: string;
  field: string | null;
  modifiers: string[];
  value: FieldValue;
  actual: FieldValue;
}

export interface Evidence {
  eventId: string;
  eventTime: string;
  source: string;
  fields: Fields;
  original: string | null;
}

export interface AlertChange {
  /** Of what. */
  change?: "status" | CaseRole;
  /** Whose it is since, if owner or assignee changed; null for nobody's. */
  subject?: Person | null;
  from: AlertStatus;
  to: AlertStatus;
  comment: string | null;
  user: string;
  at: string;
}

export interface Alert extends AlertSummary {
  description: string | null;
  tags: string[];
  attack: { id: string; name: string | null }[];
  falsePositives: string[];
  references: string[];
  matchedItems: MatchedItem[];
  evidence: Evidence[];
  /** The exchange that brought its first event, as the server's log and the sender know it. */
  correlationId?: string | null;
  /** Whose it is. */
  people?: { owner: Person | null; assignee: Person | null };
  /** Who did what with it, oldest first. */
  history?: AlertChange[];
  /** As it was when it fired; null if its text was never recorded. */
  rule: {
    id: string;
    version: string | number;
    title: string;
    level: string;
    status: string | null;
    author: string | null;
    sourceYaml: string;
  } | null;
}

export interface AlertStatusChange {
  id: string;
  status: AlertStatus;
  revision: number;
}

export interface EventItem {
  id: string;
  time: string;
  source: string;
  dataset: string | null;
  summary: string | null;
  fields: Fields;
}

export interface EventPage extends Page<EventItem> {
  total: number;
  totalRelation: "eq" | "gte";
}

export interface EventDetail {
  id: string;
  time: string;
  source: string;
  dataset: string | null;
  fields: Fields;
  original: string | null;
}

export interface RuleItem {
  id: string;
  version: string | number;
  title: string;
  level: string;
  ownLevel: string;
  status: string | null;
  enabled: boolean;
  logsource: { product?: string | null; category?: string | null; service?: string | null };
  correlation: string | null;
  tags: string[];
  alerts: number;
}

export interface RuleProblem {
  file: string;
  line: number | null;
  column: number | null;
  message: string;
  cure: string | null;
}

export interface RuleList {
  items: RuleItem[];
  problems: RuleProblem[];
}

export interface RuleDetail extends RuleItem {
  description: string | null;
  author: string | null;
  references: string[];
  falsePositives: string[];
  sourceYaml: string;
  /** Who decided last whether it runs and how much it matters. */
  setting: { reason: string; changedBy: Person; changedAt: string } | null;
}

export interface RuleException {
  id: string;
  ruleId: string;
  detection: string;
  reason: string;
  owner: Person;
  createdBy: Person;
  createdAt: string;
  expiresAt: string;
  endedBy: Person | null;
  endedAt: string | null;
  inForce: boolean;
  hits: number;
  lastHitAt: string | null;
}

/** Events of a source that a rule has seen. */
export interface Covered {
  source: string;
  from: string;
  to: string;
  fromPosition: number;
  toPosition: number;
  events: number;
}

/** Events of a source that a rule has not seen, and why. */
export interface Gap extends Covered {
  reason: string;
  state: string;
  reevaluable: boolean;
}

export interface Coverage {
  ruleId: string;
  version: string;
  covered: Covered[];
  moreCovered: number;
  gaps: Gap[];
  moreGaps: number;
  complete: boolean;
}

/** A rule that is run over what it has not seen, or was. */
export interface Reevaluation {
  id: string;
  version: string;
  state: string;
  sources: string[];
  fromPosition: number;
  toPosition: number;
  position: number;
  events: number;
  alerts: number;
  failed: number;
  reason: string | null;
  requestedBy: string | null;
  requestedAt: string;
  finishedAt: string | null;
}

export interface DeadLetter {
  id: string;
  source: string;
  stage: string;
  reason: string;
  cause: string;
  raw: string;
  rawTruncated: boolean;
  receivedAt: string;
  /** What refused it; empty if that was not kept. */
  parser: string;
}

export interface DeadLetterGroup {
  stage: string;
  cause: string;
  source: string;
  count: number;
  firstSeen: string;
  lastSeen: string;
  /** How many were refused by other formats or another release than today's. */
  refusedByOther: number;
}

/** What dead letters take, and whether the oldest are announced to go. */
export interface DeadLetterStanding {
  letters: number;
  bytes: number;
  mostLetters: number;
  mostBytes: number;
  parser: string;
  notices: EvictionNotice[];
}

export interface EvictionNotice {
  announcedAt: string;
  dueAt: string;
  letters: number;
  bytes: number;
  evicted: number;
  /** Null while it is open. */
  endedAt: string | null;
}

export interface ReplayedLetters {
  replayed: number;
  stillRefused: number;
  alreadyJudged: number;
  /** Where to go on; empty if those were all. */
  next: string;
}

export interface Sensor {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface CreatedSensor {
  id: string;
  name: string;
  token: string;
}

/** A job that is done every so often, on whatever node. */
export interface Timer {
  name: string;
  everySeconds: number;
  nextRunAt: string;
  runningOn: string | null;
  runningSince: string | null;
  lastRun: { startedAt: string; finishedAt: string; durationMillis: number; outcome: string; report: string | null; failure: string | null } | null;
  failuresInARow: number;
}

export interface SystemStatus {
  components: { name: string; state: string; reason: string | null; since: string | null }[];
  readers: { name: string; position: string | number; lagBatches: number; state: string; lastError: string | null }[];
  counters: Record<string, FieldValue>;
}

/** A change of an alert or incident; `none` is nobody. */
export interface CaseChange {
  title?: string;
  status?: string;
  owner?: string;
  assignee?: string;
  comment?: string;
}
