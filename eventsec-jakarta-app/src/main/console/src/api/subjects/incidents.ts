import type { Http } from "../http";
import type { CaseChange, Incident, IncidentSummary, NewIncident, Page } from "../types";

/** An incident together with the tag that a change of it must present. */
export interface TaggedIncident {
  incident: Incident;
  etag: string;
}

/** Incidents. */
export class IncidentApi {
  constructor(private readonly http: Http) {}

  list = (status: readonly string[], alert: string, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<Page<IncidentSummary>>("/incidents", { query: { status: status.join(","), alert, cursor }, signal });

  async one(id: string, signal?: AbortSignal): Promise<TaggedIncident> {
    return taggedIncident(await this.http.send(`/incidents/${encodeURIComponent(id)}`, { signal }));
  }

  create = (incident: NewIncident) => this.http.json<Incident>("/incidents", { method: "POST", body: incident });

  /** Changes an incident, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async change(id: string, etag: string, change: CaseChange): Promise<TaggedIncident> {
    return taggedIncident(
      await this.http.send(`/incidents/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: change }),
    );
  }
}

async function taggedIncident(response: Response): Promise<TaggedIncident> {
  const incident = (await response.json()) as Incident;
  return { incident, etag: response.headers.get("ETag") ?? `"${incident.revision}"` };
}
