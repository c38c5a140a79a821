import type { Http } from "../http";
import type { DeadLetter, DeadLetterGroup, DeadLetterStanding, Page, ReplayedLetters } from "../types";

/** Lines that were refused. */
export class DeadLetterApi {
  constructor(private readonly http: Http) {}

  list = (cursor: string | null, signal?: AbortSignal) =>
    this.http.json<Page<DeadLetter>>("/dead-letters", { query: { cursor }, signal });

  async groups(signal?: AbortSignal): Promise<DeadLetterGroup[]> {
    const body = await this.http.json<DeadLetterGroup[] | { items: DeadLetterGroup[] }>("/dead-letters/groups", { signal });
    return Array.isArray(body) ? body : body.items;
  }

  standing = (signal?: AbortSignal) => this.http.json<DeadLetterStanding>("/dead-letters/standing", { signal });

  /** Sends the lines of a group on their way again, 500 at most. */
  replay = ({ stage, cause, source }: DeadLetterGroup, format: string, after: string) =>
    this.http.json<ReplayedLetters>("/dead-letters/replay", {
      method: "POST",
      body: { stage, cause, source, ...(format === "" ? {} : { format }), ...(after === "" ? {} : { after }) },
    });

  /** Throws the lines of a group away, 500 at most. */
  discard = ({ stage, cause, source }: DeadLetterGroup) =>
    this.http.json<{ discarded: number; more: boolean }>("/dead-letters/discard", { method: "POST", body: { stage, cause, source } });
}
