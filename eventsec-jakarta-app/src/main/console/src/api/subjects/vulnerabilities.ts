import type { Http } from "../http";
import type { AdvisorySource, FindingDetail, FindingPage, FindingQuery, Move, MoveOutcomes, TaggedFinding, VexFormat, VexReport } from "../vulnerabilities";

const VEX_TIMEOUT_MS = 5 * 60_000;

/** Vulnerabilities that were found, and where advisories come from. */
export class VulnerabilityApi {
  constructor(private readonly http: Http) {}

  findings = (query: FindingQuery, cursor: string | null, signal?: AbortSignal) =>
    this.http.json<FindingPage>("/vulnerabilities/findings", {
      query: { ...selectionOf(query), cursor },
      signal,
    });

  /** Those that the filter means and that are not fixed, as a document. */
  async exportVex(format: VexFormat, query: FindingQuery): Promise<Blob> {
    const answer = await this.http.send("/vulnerabilities/vex", { query: { ...selectionOf(query), format }, timeoutMs: VEX_TIMEOUT_MS });
    return answer.blob();
  }

  /** Applies a document to 1,000 assets, those after the one where another call ended. */
  applyVex = (file: File, after: string | null) =>
    this.http.json<VexReport>("/vulnerabilities/vex", { method: "POST", file, fileType: /\.xml$/i.test(file.name) ? "application/xml" : "application/json", query: { after }, timeoutMs: VEX_TIMEOUT_MS });

  async finding(id: string, signal?: AbortSignal): Promise<TaggedFinding> {
    return taggedFinding(await this.http.send(`/vulnerabilities/findings/${encodeURIComponent(id)}`, { signal }));
  }

  /** Moves a finding, provided that it is still the one with this tag; otherwise a problem with status 412. */
  async move(id: string, etag: string, move: Move): Promise<TaggedFinding> {
    return taggedFinding(
      await this.http.send(`/vulnerabilities/findings/${encodeURIComponent(id)}`, { method: "PATCH", headers: { "If-Match": etag }, body: move }),
    );
  }

  /** Moves those of these findings that are as the user saw them and can go there; 500 at most. */
  moveSeveral = (findings: readonly { id: string; revision: number }[], to: Move) =>
    this.http.json<MoveOutcomes>("/vulnerabilities/findings/moves", {
      method: "POST",
      body: { findings: findings.map(({ id, revision }) => ({ id, revision })), to },
    });

  sources = (signal?: AbortSignal) => this.http.json<{ items: AdvisorySource[] }>("/advisory-sources", { signal });

  /** Puts in force a feed that is held back, or gives up one that is unreadable. */
  async acceptSource(name: string): Promise<void> {
    await this.http.send(`/advisory-sources/${encodeURIComponent(name)}/accept`, { method: "POST" });
  }
}

/** Which findings, as the server is asked. */
function selectionOf({ status, risk, exploited, overdue, ...rest }: FindingQuery) {
  return { ...rest, status: status?.join(","), risk: risk?.join(","), exploited: exploited ? "true" : null, overdue: overdue ? "true" : null };
}

async function taggedFinding(response: Response): Promise<TaggedFinding> {
  const detail = (await response.json()) as FindingDetail;
  return { ...detail, etag: response.headers.get("ETag") ?? `"${detail.finding.revision}"` };
}
