import type { Http } from "../http";
import type { Indicator, IndicatorImport, Page } from "../types";

const IMPORT_TIMEOUT_MS = 15 * 60_000;

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

/** What feeds say is bad. */
export class IndicatorApi {
  constructor(private readonly http: Http) {}

  list = ({ kind, feed, q, inForce }: IndicatorQuery, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<Page<Indicator>>("/indicators", { query: { kind, feed, q, inForce: inForce ? "true" : null, cursor }, signal });

  /** Takes in a feed; a large one takes minutes. */
  take = ({ file, feed, format, tlp, replace }: FeedFile) =>
    this.http.json<IndicatorImport>("/indicators/import", {
      method: "POST",
      file,
      timeoutMs: IMPORT_TIMEOUT_MS,
      query: { feed, format, tlp, replace: replace ? "true" : null },
    });
}
