import type { Asset, AssetDescription, AssetMerge, AssetQuery, Component, ComponentQuery } from "./inventory";
import { ApiProblem, asProblem, isAbort, problemOf } from "./problem";
import type {
  Alert,
  AlertSummary,
  Coverage,
  Covered,
  CreatedSensor,
  DeadLetter,
  DeadLetterGroup,
  DeadLetterStanding,
  ReplayedLetters,
  EntityDetail,
  EntityRisk,
  EventDetail,
  EventPage,
  Incident,
  IncidentSummary,
  Indicator,
  IndicatorImport,
  NewIncident,
  NotificationPage,
  Overview,
  Page,
  Person,
  Reevaluation,
  RuleDetail,
  RuleException,
  RuleList,
  Sensor,
  Session,
  SetupRequest,
  SystemStatus,
  Timer,
} from "./types";
import type { AdvisorySource, FindingDetail, FindingPage, FindingQuery, Move, MoveOutcomes, TaggedFinding } from "./vulnerabilities";

export const BASE = "/api/v1";
const TIMEOUT_MS = 30_000;
const IMPORT_TIMEOUT_MS = 15 * 60_000;

export interface AlertQuery {
  status?: readonly string[];
  severity?: readonly string[];
  rule?: string;
  q?: string;
}

export interface IndicatorQuery {
  kind?: string;
  feed?: string;
  q?: string;
  inForce?: boolean;
}

/** A feed to be taken in; an empty format is told by the look of the file. */
export interface FeedFile {
  file: File;
  feed: string;
  format: string;
  tlp: string;
  replace: boolean;
}

export interface EventQuery {
  from?: string;
  to?: string;
  q?: string;
  filter?: readonly string[];
}

/** An alert together with the tag that a change of it must present. */
export interface TaggedAlert {
  alert: Alert;
  etag: string;
}

/** An incident together with the tag that a change of it must present. */
export interface TaggedIncident {
  incident: Incident;
  etag: string;
}

/** A rule together with the tag that a decision about it must present. */
export interface TaggedRule {
  rule: RuleDetail;
  etag: string;
}

/** A decision about a rule; the level `own` is what the rule says. */
export interface RuleChange {
  enabled?: boolean;
  level?: string;
  reason: string;
}

/** A change of an alert or incident; `none` is nobody. */
export interface CaseChange {
  title?: string;
  status?: string;
  owner?: string;
  assignee?: string;
  comment?: string;
}

interface Call {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  query?: Record<string, string | readonly string[] | number | null | undefined>;
  body?: unknown;
  /** Sent as it is, in place of a body. */
  file?: Blob;
  timeoutMs?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

interface Hooks {
  /** The session that is in force changed. */
  onSession?: (session: Session) => void;
  /** The session is over: the user left, or the server ended it. */
  onEnd?: (how: "left" | "ended") => void;
}

/** The only door to the server: adds the CSRF token to writes, turns failures into problems, notices the session's end. */
export class ApiClient {
  private session: Session | null = null;
  private readonly hooks: Hooks;

  constructor(hooks: Hooks = {}) {
    this.hooks = hooks;
  }

  /* ---- session ---- */
  setupNeeded = (signal?: AbortSignal) => this.json<{ needed: boolean }>("/setup", { signal });

  async setup(request: SetupRequest): Promise<Session> {
    return this.adopt(await this.json<Session>("/setup", { method: "POST", body: request }));
  }

  async signIn(username: string, password: string): Promise<Session> {
    return this.adopt(await this.json<Session>("/session", { method: "POST", body: { username, password } }));
  }

  async resume(signal?: AbortSignal): Promise<Session> {
    return this.adopt(await this.json<Session>("/session", { signal }));
  }

  async signOut(): Promise<void> {
    try {
      await this.send("/session", { method: "DELETE" });
    } catch (failure) {
      if (!(failure instanceof ApiProblem && failure.status === 401)) throw failure;
    }
    this.forget("left");
  }

  /** The session is over, whoever noticed. */
  forget(how: "left" | "ended" = "ended"): void {
    if (this.session === null) return;
    this.session = null;
    this.hooks.onEnd?.(how);
  }

  /* ---- reading ---- */
  overview = (hours: number, signal?: AbortSignal) => this.json<Overview>("/overview", { query: { hours }, signal });

  alerts = (query: AlertQuery, cursor: string | null, signal?: AbortSignal) =>
    this.json<Page<AlertSummary>>("/alerts", {
      query: {
        status: query.status?.join(","),
        severity: query.severity?.join(","),
        rule: query.rule,
        q: query.q,
        cursor,
      },
      signal,
    });

  async alert(id: string, signal?: AbortSignal): Promise<TaggedAlert> {
    return tagged(await this.send(`/alerts/${encodeURIComponent(id)}`, { signal }));
  }

  events = (query: EventQuery, cursor: string | null, signal?: AbortSignal) =>
    this.json<EventPage>("/events", { query: { ...query, cursor }, signal });

  event = (id: string, signal?: AbortSignal) => this.json<EventDetail>(`/events/${encodeURIComponent(id)}`, { signal });

  rules = (signal?: AbortSignal) => this.json<RuleList>("/rules", { signal });

  async rule(id: string, signal?: AbortSignal): Promise<TaggedRule> {
    return taggedRule(await this.send(`/rules/${encodeURIComponent(id)}`, { signal }));
  }

  ruleExceptions = (id: string, signal?: AbortSignal) =>
    this.json<{ items: RuleException[] }>(`/rules/${encodeURIComponent(id)}/exceptions`, { signal });

  coverage = (rule: string, signal?: AbortSignal) => this.json<Coverage>(`/rules/${encodeURIComponent(rule)}/coverage`, { signal });

  reevaluations = (rule: string, signal?: AbortSignal) =>
    this.json<{ items: Reevaluation[] }>(`/rules/${encodeURIComponent(rule)}/reevaluations`, { signal });

  deadLetters = (cursor: string | null, signal?: AbortSignal) =>
    this.json<Page<DeadLetter>>("/dead-letters", { query: { cursor }, signal });

  async deadLetterGroups(signal?: AbortSignal): Promise<DeadLetterGroup[]> {
    const body = await this.json<DeadLetterGroup[] | { items: DeadLetterGroup[] }>("/dead-letters/groups", { signal });
    return Array.isArray(body) ? body : body.items;
  }

  deadLetterStanding = (signal?: AbortSignal) => this.json<DeadLetterStanding>("/dead-letters/standing", { signal });

  sensors = (signal?: AbortSignal) => this.json<{ items: Sensor[] }>("/sensors", { signal });

  notifications = (unreadOnly: boolean, cursor: string | null, signal?: AbortSignal) =>
    this.json<NotificationPage>("/notifications", { query: { unread: unreadOnly ? "true" : null, cursor }, signal });

  async unread(signal?: AbortSignal): Promise<number> {
    return (await this.json<{ unread: number }>("/notifications/unread", { signal })).unread;
  }

  incidents = (status: readonly string[], alert: string, cursor: string | null, signal?: AbortSignal) =>
    this.json<Page<IncidentSummary>>("/incidents", { query: { status: status.join(","), alert, cursor }, signal });

  entities = (kind: string, minimum: number, cursor: string | null, signal?: AbortSignal) =>
    this.json<Page<EntityRisk>>("/risk/entities", { query: { kind, minimum: minimum === 0 ? null : minimum, cursor }, signal });

  entity = (kind: string, name: string, signal?: AbortSignal) =>
    this.json<EntityDetail>("/risk/entity", { query: { kind, name }, signal });

  indicators = ({ kind, feed, q, inForce }: IndicatorQuery, cursor: string | null, signal?: AbortSignal) =>
    this.json<Page<Indicator>>("/indicators", { query: { kind, feed, q, inForce: inForce ? "true" : null, cursor }, signal });

  async incident(id: string, signal?: AbortSignal): Promise<TaggedIncident> {
    return taggedIncident(await this.send(`/incidents/${encodeURIComponent(id)}`, { signal }));
  }

  /** Those to whom something can be given, the first 200 by name. */
  users = (signal?: AbortSignal) => this.json<Page<Person>>("/users", { query: { limit: 200 }, signal });

  systemStatus = (signal?: AbortSignal) => this.json<SystemStatus>("/system/status", { signal });

  timers = (signal?: AbortSignal) => this.json<{ items: Timer[] }>("/timers", { signal });

  findings = ({ status, risk, exploited, overdue, ...rest }: FindingQuery, cursor: string | null, signal?: AbortSignal) =>
    this.json<FindingPage>("/vulnerabilities/findings", {
      query: {
        ...rest,
        status: status?.join(","),
        risk: risk?.join(","),
        exploited: exploited ? "true" : null,
        overdue: overdue ? "true" : null,
        cursor,
      },
      signal,
    });

  async finding(id: string, signal?: AbortSignal): Promise<TaggedFinding> {
    return taggedFinding(await this.send(`/vulnerabilities/findings/${encodeURIComponent(id)}`, { signal }));
  }

  advisorySources = (signal?: AbortSignal) => this.json<{ items: AdvisorySource[] }>("/advisory-sources", { signal });

  assets = ({ criticality, ...rest }: AssetQuery, cursor: string | null, limit: number | null = null, signal?: AbortSignal) =>
    this.json<Page<Asset>>("/inventory/assets", { query: { ...rest, criticality: criticality?.join(","), cursor, limit }, signal });

  asset = (id: string, signal?: AbortSignal) => this.json<Asset>(`/inventory/assets/${encodeURIComponent(id)}`, { signal });

  assetMerges = (id: string, signal?: AbortSignal) => this.json<AssetMerge[]>(`/inventory/assets/${encodeURIComponent(id)}/merges`, { signal });

  /** What is installed on an asset, or was at a moment. */
  components = (asset: string, { at, q }: ComponentQuery, cursor: string | null, limit: number, signal?: AbortSignal) =>
    this.json<Page<Component>>(`/inventory/assets/${encodeURIComponent(asset)}/components`, { query: { at, q, cursor, limit }, signal });

  /* ---- writing ---- */
  /** Moves a finding, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async moveFinding(id: string, etag: string, move: Move): Promise<TaggedFinding> {
    return taggedFinding(
      await this.send(`/vulnerabilities/findings/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: move }),
    );
  }

  /** Moves those of these findings that are as the user saw them and can go there; 500 at most. */
  moveFindings = (findings: readonly { id: string; revision: number }[], to: Move) =>
    this.json<MoveOutcomes>("/vulnerabilities/findings/moves", {
      method: "POST",
      body: { findings: findings.map(({ id, revision }) => ({ id, revision })), to },
    });

  /** Changes what people say of an asset, provided that it has this revision still; otherwise a problem with status 412. */
  describeAsset = (id: string, revision: number, description: AssetDescription) =>
    this.json<Asset>(`/inventory/assets/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": `"${revision}"` }, body: description });

  /** Puts in force a feed that is held back, or gives up one that is unreadable. */
  async acceptAdvisorySource(name: string): Promise<void> {
    await this.send(`/advisory-sources/${encodeURIComponent(name)}/accept`, { method: "POST" });
  }

  /** Has a rule run over these of its gaps, or over all of them. */
  reevaluate = (rule: string, ranges: readonly Covered[] | "all") =>
    this.json<{ items: Reevaluation[] }>(`/rules/${encodeURIComponent(rule)}/reevaluations`, {
      method: "POST",
      body:
        ranges === "all"
          ? { all: true }
          : { ranges: ranges.map(({ source, fromPosition, toPosition }) => ({ source, fromPosition, toPosition })) },
    });

  /** Takes in a feed; a large one takes minutes. */
  importIndicators = ({ file, feed, format, tlp, replace }: FeedFile) =>
    this.json<IndicatorImport>("/indicators/import", {
      method: "POST",
      file,
      timeoutMs: IMPORT_TIMEOUT_MS,
      query: { feed, format, tlp, replace: replace ? "true" : null },
    });

  /** Sends the lines of a group on their way again, 500 at most. */
  replayDeadLetters = ({ stage, cause, source }: DeadLetterGroup, format: string, after: string) =>
    this.json<ReplayedLetters>("/dead-letters/replay", {
      method: "POST",
      body: { stage, cause, source, ...(format === "" ? {} : { format }), ...(after === "" ? {} : { after }) },
    });

  /** Throws the lines of a group away, 500 at most. */
  discardDeadLetters = ({ stage, cause, source }: DeadLetterGroup) =>
    this.json<{ discarded: number; more: boolean }>("/dead-letters/discard", { method: "POST", body: { stage, cause, source } });

  /** Has a timer's job done as soon as possible. */
  async runTimer(name: string): Promise<void> {
    await this.send(`/timers/${encodeURIComponent(name)}/run`, { method: "POST" });
  }

  createIncident = (incident: NewIncident) => this.json<Incident>("/incidents", { method: "POST", body: incident });

  /** Changes an incident, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async changeIncident(id: string, etag: string, change: CaseChange): Promise<TaggedIncident> {
    return taggedIncident(
      await this.send(`/incidents/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: change }),
    );
  }

  /** Changes an alert, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async changeAlert(id: string, etag: string, change: CaseChange): Promise<TaggedAlert> {
    return tagged(
      await this.send(`/alerts/${encodeURIComponent(id)}`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: change,
      }),
    );
  }

  /** Decides about a rule, provided that nobody has decided since this tag; otherwise a problem with status 412. */
  async changeRule(id: string, etag: string, change: RuleChange): Promise<TaggedRule> {
    return taggedRule(
      await this.send(`/rules/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: change }),
    );
  }

  createRuleException = (id: string, wanted: Pick<RuleException, "detection" | "reason" | "expiresAt">) =>
    this.json<RuleException>(`/rules/${encodeURIComponent(id)}/exceptions`, { method: "POST", body: wanted });

  async endRuleException(id: string, exception: string): Promise<void> {
    await this.send(`/rules/${encodeURIComponent(id)}/exceptions/${encodeURIComponent(exception)}`, { method: "DELETE" });
  }

  /** Both say how many are unread since. */
  async readNotification(id: string): Promise<number> {
    return (await this.json<{ unread: number }>(`/notifications/${encodeURIComponent(id)}/read`, { method: "POST" })).unread;
  }

  async readNotificationsUpTo(id: string): Promise<number> {
    return (await this.json<{ unread: number }>("/notifications/read", { method: "POST", body: { upTo: id } })).unread;
  }

  createSensor = (name: string) => this.json<CreatedSensor>("/sensors", { method: "POST", body: { name } });

  async revokeSensor(id: string): Promise<void> {
    await this.send(`/sensors/${encodeURIComponent(id)}`, { method: "DELETE" });
  }

  /** Opens the stream of alerts; the caller reads the body. */
  async alertStream(lastEventId: string | null, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (lastEventId !== null) headers["Last-Event-ID"] = lastEventId;
    return this.answered(await fetch(`${BASE}/alerts/stream`, { headers, signal, credentials: "same-origin", cache: "no-store" }));
  }

  /* ---- machinery ---- */
  private adopt(session: Session): Session {
    this.session = session;
    this.hooks.onSession?.(session);
    return session;
  }

  private async json<T>(path: string, call: Call): Promise<T> {
    const response = await this.send(path, call);
    try {
      return (await response.json()) as T;
    } catch (failure) {
      if (isAbort(failure)) throw failure;
      throw new ApiProblem({
        status: response.status,
        title: "The server's answer cannot be read",
        detail: "It is not JSON. Perhaps a proxy answered in the server's place.",
      });
    }
  }

  private async send(path: string, call: Call): Promise<Response> {
    try {
      return await this.once(path, call);
    } catch (failure) {
      if (await this.tokenWasRenewed(failure, call)) return this.once(path, call);
      throw failure;
    }
  }

  /** After a sign-in in another tab this one still holds the old CSRF token: then the write may be sent once more. */
  private async tokenWasRenewed(failure: unknown, call: Call): Promise<boolean> {
    const before = this.session;
    const refused = failure instanceof ApiProblem && failure.status === 403;
    if (!refused || before === null || (call.method ?? "GET") === "GET") return false;
    const after = await this.resume().catch(() => null);
    return after !== null && after.user.id === before.user.id && after.csrfToken !== before.csrfToken;
  }

  private async once(path: string, call: Call): Promise<Response> {
    const method = call.method ?? "GET";
    const headers: Record<string, string> = { Accept: "application/json", ...call.headers };
    if (call.body !== undefined) headers["Content-Type"] = "application/json";
    if (call.file !== undefined) headers["Content-Type"] = "application/octet-stream";
    if (method !== "GET" && this.session !== null) headers["X-CSRF-Token"] = this.session.csrfToken;
    const deadline = new AbortController();
    const timeout = call.timeoutMs ?? TIMEOUT_MS;
    const timer = setTimeout(() => deadline.abort(), timeout);
    const cancel = () => deadline.abort();
    call.signal?.addEventListener("abort", cancel);
    if (call.signal?.aborted) cancel();
    try {
      const response = await fetch(BASE + path + queryString(call.query), {
        method,
        headers,
        credentials: "same-origin",
        cache: "no-store",
        signal: deadline.signal,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(call.file === undefined ? {} : { body: call.file }),
      });
      return await this.answered(response);
    } catch (failure) {
      if (isAbort(failure)) {
        if (call.signal?.aborted) throw failure;
        throw new ApiProblem({
          status: 0,
          title: "The server took too long",
          detail: `It did not answer within ${timeout / 1000} seconds. Try again, or ask for less.`,
        });
      }
      throw asProblem(failure);
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener("abort", cancel);
    }
  }

  private async answered(response: Response): Promise<Response> {
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (response.status === 401) this.forget();
    throw problem;
  }
}

async function tagged(response: Response): Promise<TaggedAlert> {
  const alert = (await response.json()) as Alert;
  return { alert, etag: response.headers.get("ETag") ?? `"${alert.revision}"` };
}

async function taggedIncident(response: Response): Promise<TaggedIncident> {
  const incident = (await response.json()) as Incident;
  return { incident, etag: response.headers.get("ETag") ?? `"${incident.revision}"` };
}

async function taggedFinding(response: Response): Promise<TaggedFinding> {
  const detail = (await response.json()) as FindingDetail;
  return { ...detail, etag: response.headers.get("ETag") ?? `"${detail.finding.revision}"` };
}

async function taggedRule(response: Response): Promise<TaggedRule> {
  return { rule: (await response.json()) as RuleDetail, etag: response.headers.get("ETag") ?? '"0"' };
}

/** The query part of an address: empty values are left out, lists repeat their name. */
export function queryString(query: Call["query"]): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) pairs.append(name, String(one));
  }
  const text = pairs.toString();
  return text === "" ? "" : `?${text}`;
}
