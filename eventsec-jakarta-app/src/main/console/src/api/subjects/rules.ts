import type { Http } from "../http";
import type { Coverage, Covered, Reevaluation, RuleDetail, RuleException, RuleList } from "../types";

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

/** Rules, decisions about them, and what they have seen. */
export class RuleApi {
  constructor(private readonly http: Http) {}

  list = (signal?: AbortSignal) => this.http.json<RuleList>("/rules", { signal });

  async one(id: string, signal?: AbortSignal): Promise<TaggedRule> {
    return taggedRule(await this.http.send(`/rules/${encodeURIComponent(id)}`, { signal }));
  }

  /** Decides about a rule, provided that nobody has decided since this tag; otherwise a problem with status 412. */
  async change(id: string, etag: string, change: RuleChange): Promise<TaggedRule> {
    return taggedRule(
      await this.http.send(`/rules/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: change }),
    );
  }

  exceptions = (id: string, signal?: AbortSignal) =>
    this.http.json<{ items: RuleException[] }>(`/rules/${encodeURIComponent(id)}/exceptions`, { signal });

  createException = (id: string, wanted: Pick<RuleException, "detection" | "reason" | "expiresAt">) =>
    this.http.json<RuleException>(`/rules/${encodeURIComponent(id)}/exceptions`, { method: "POST", body: wanted });

  async endException(id: string, exception: string): Promise<void> {
    await this.http.send(`/rules/${encodeURIComponent(id)}/exceptions/${encodeURIComponent(exception)}`, { method: "DELETE" });
  }

  coverage = (rule: string, signal?: AbortSignal) => this.http.json<Coverage>(`/rules/${encodeURIComponent(rule)}/coverage`, { signal });

  reevaluations = (rule: string, signal?: AbortSignal) =>
    this.http.json<{ items: Reevaluation[] }>(`/rules/${encodeURIComponent(rule)}/reevaluations`, { signal });

  /** Has a rule run over these of its gaps, or over all of them. */
  reevaluate = (rule: string, ranges: readonly Covered[] | "all") =>
    this.http.json<{ items: Reevaluation[] }>(`/rules/${encodeURIComponent(rule)}/reevaluations`, {
      method: "POST",
      body:
        ranges === "all"
          ? { all: true }
          : { ranges: ranges.map(({ source, fromPosition, toPosition }) => ({ source, fromPosition, toPosition })) },
    });
}

async function taggedRule(response: Response): Promise<TaggedRule> {
  return { rule: (await response.json()) as RuleDetail, etag: response.headers.get("ETag") ?? '"0"' };
}
