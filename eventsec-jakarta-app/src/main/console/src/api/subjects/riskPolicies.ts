import type { Http } from "../http";
import type { NewPolicy, PolicyChoice, PolicyPreview, RiskPolicy, RiskPolicyPage } from "../riskPolicies";

/** A preview reads all findings. */
const PREVIEW_TIMEOUT_MS = 2 * 60_000;

/** How the risk of vulnerabilities is judged. */
export class RiskPolicyApi {
  constructor(private readonly http: Http) {}

  list = (cursor: string | null, signal?: AbortSignal) => this.http.json<RiskPolicyPage>("/risk-policies", { query: { cursor }, signal });

  one = (name: string, version: string, signal?: AbortSignal) => this.http.json<RiskPolicy>(pathOf(name, version), { signal });

  inForce = (signal?: AbortSignal) => this.http.json<PolicyChoice>("/risk-policies/in-force", { signal });

  /** What a version would change, if it were in force. */
  previewVersion = (name: string, version: string, signal?: AbortSignal) =>
    this.http.json<PolicyPreview>(`${pathOf(name, version)}/preview`, { timeoutMs: PREVIEW_TIMEOUT_MS, signal });

  /** The same of one that is not stored. */
  preview = (policy: NewPolicy) => this.http.json<PolicyPreview>("/risk-policies/preview", { method: "POST", body: { policy }, timeoutMs: PREVIEW_TIMEOUT_MS });

  create = (policy: NewPolicy, reason: string) => this.http.json<RiskPolicy>("/risk-policies", { method: "POST", body: { reason, policy } });

  /** Puts a version in force, provided that the choice has this revision still; otherwise a problem with status 412. */
  choose = (name: string, version: number, reason: string, revision: number) =>
    this.http.json<PolicyChoice>("/risk-policies/in-force", { method: "PUT", headers: { "If-Match": `"${revision}"` }, body: { name, version, reason } });
}

function pathOf(name: string, version: string): string {
  return `/risk-policies/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;
}
