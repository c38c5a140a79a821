import type { Http } from "../http";
import type { EventDetail, EventPage } from "../types";

export interface EventQuery {
  from?: string;
  to?: string;
  q?: string;
  filter?: readonly string[];
}

/** Events. */
export class EventApi {
  constructor(private readonly http: Http) {}

  search = (query: EventQuery, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<EventPage>("/events", { query: { ...query, cursor }, signal });

  one = (id: string, signal?: AbortSignal) => this.http.json<EventDetail>(`/events/${encodeURIComponent(id)}`, { signal });
}
