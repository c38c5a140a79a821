import type { Http } from "../http";
import type { NotificationPage } from "../types";

/** What the user was told. */
export class NotificationApi {
  constructor(private readonly http: Http) {}

  list = (unreadOnly: boolean, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<NotificationPage>("/notifications", { query: { unread: unreadOnly ? "true" : null, cursor }, signal });

  async unread(signal?: AbortSignal): Promise<number> {
    return (await this.http.json<{ unread: number }>("/notifications/unread", { signal })).unread;
  }

  /** Both say how many are unread since. */
  async read(id: string): Promise<number> {
    return (await this.http.json<{ unread: number }>(`/notifications/${encodeURIComponent(id)}/read`, { method: "POST" })).unread;
  }

  async readUpTo(id: string): Promise<number> {
    return (await this.http.json<{ unread: number }>("/notifications/read", { method: "POST", body: { upTo: id } })).unread;
  }
}
