import { BASE, type Http } from "../http";
import type { Alert, AlertSummary, CaseChange, EntityDetail, EntityRisk, Overview, Page } from "../types";

export interface AlertQuery {
  status?: readonly string[];
  severity?: readonly string[];
  rule?: string;
  q?: string;
}

/** An alert together with the tag that a change of it must present. */
export interface TaggedAlert {
  alert: Alert;
  etag: string;
}

/** Alerts, what is at risk by them, and the figures of the overview. */
export class AlertApi {
  constructor(private readonly http: Http) {}

  overview = (hours: number, signal?: AbortSignal) => this.http.json<Overview>("/overview", { query: { hours }, signal });

  list = (query: AlertQuery, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<Page<AlertSummary>>("/alerts", {
      query: {
        status: query.status?.join(","),
        severity: query.severity?.join(","),
        rule: query.rule,
        q: query.q,
        cursor,
      },
      signal,
    });

  async one(id: string, signal?: AbortSignal): Promise<TaggedAlert> {
    return tagged(await this.http.send(`/alerts/${encodeURIComponent(id)}`, { signal }));
  }

  /** Changes an alert, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async change(id: string, etag: string, change: CaseChange): Promise<TaggedAlert> {
    return tagged(
      await this.http.send(`/alerts/${encodeURIComponent(id)}`, {
        method: "PATCH",
        headers: { "If-Match": etag },
        body: change,
      }),
    );
  }

  /** Opens the stream of alerts; the caller reads the body. */
  async stream(lastEventId: string | null, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { Accept: "text/event-stream" };
    if (lastEventId !== null) headers["Last-Event-ID"] = lastEventId;
    return this.http.answered(await fetch(`${BASE}/alerts/stream`, { headers, signal, credentials: "same-origin", cache: "no-store" }));
  }

  entities = (kind: string, minimum: number, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<Page<EntityRisk>>("/risk/entities", { query: { kind, minimum: minimum === 0 ? null : minimum, cursor }, signal });

  entity = (kind: string, name: string, signal?: AbortSignal) =>
    this.http.json<EntityDetail>("/risk/entity", { query: { kind, name }, signal });
}

async function tagged(response: Response): Promise<TaggedAlert> {
  const alert = (await response.json()) as Alert;
  return { alert, etag: response.headers.get("ETag") ?? `"${alert.revision}"` };
}
