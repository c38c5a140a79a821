import type { Asset, Component } from "../api/inventory";
import type { AdvisorySource, Finding, FindingDetail } from "../api/vulnerabilities";

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    id: "7",
    vulnerabilityId: "CVE-2026-1234",
    title: "Heap overflow in parsing",
    assetId: "a-1",
    hostname: "web-1",
    component: "openssl",
    version: "3.0.11-1",
    fixedVersion: "3.0.13-1",
    undecided: false,
    risk: "critical",
    riskScore: 0.91,
    scores: { cvssScore: 9.8, epss: 0.34, kevSince: "2026-10-01" },
    exploited: true,
    status: "open",
    reason: "",
    justification: null,
    acceptedBy: null,
    acceptedUntil: null,
    foundAt: "2026-10-02T08:00:00Z",
    openedAt: "2026-10-02T08:00:00Z",
    dueAt: "2026-10-09T08:00:00Z",
    overdue: true,
    closedAt: null,
    evidence: {
      policy: "default 1",
      reasons: ["known to be exploited since 2026-10-01"],
      advisories: [
        { id: "DSA-1", source: "debian", component: "deb/debian-12/openssl", version: "3.0.11-1", range: "before 3.0.13-1", why: "openssl 3.0.11-1 is in the range: before 3.0.13-1", fixedIn: "3.0.13-1", undecided: false },
        { id: "CVE-2026-1234", source: "nvd", component: "cpe:2.3:a:openssl:openssl:3.0.11", version: "", range: "up to 3.0.12", why: "it meets the criterion", fixedIn: "", undecided: true },
      ],
      more: 2,
    },
    revision: 4,
    ...change,
  };
}

export function detail(change: Partial<Finding> = {}, more: Partial<FindingDetail> = {}): FindingDetail {
  return {
    finding: finding(change),
    facts: { criticality: "high", exposed: false, kev: { since: "2026-10-01", due: "2026-10-08", ransomware: true }, ssvc: { decision: "act", exploitation: "active", automatable: true, total: true } },
    due: { by: "kev", kevDue: "2026-10-08", days: 7 },
    possible: ["in_review", "mitigated", "accepted", "false_positive"],
    history: [{ change: "opened", from: "open", to: "open", fromRisk: "high", toRisk: "high", reason: "", acceptedBy: null, acceptedUntil: null, source: "", user: null, at: "2026-10-02T08:00:00Z" }],
    ...more,
  };
}

export function source(change: Partial<AdvisorySource> = {}): AdvisorySource {
  return {
    name: "debian",
    state: "in_force",
    reason: "",
    records: 1200,
    refused: 0,
    firstRefusal: "",
    newestAt: "2026-11-24T08:00:00Z",
    ageSeconds: 3600,
    tooOld: false,
    readAt: "2026-11-24T08:05:00Z",
    heldRecords: null,
    mirror: null,
    ...change,
  };
}

export function asset(change: Partial<Asset> = {}): Asset {
  return {
    id: "a-1",
    agentId: "agent-7",
    cloudId: null,
    hostname: "web-1",
    addresses: ["192.0.2.7"],
    criticality: "high",
    tags: ["dmz"],
    description: "",
    ownerTeam: null,
    firstSeenAt: "2026-09-01T08:00:00Z",
    lastSeenAt: "2026-11-24T08:00:00Z",
    lastSnapshotAt: "2026-11-24T08:00:00Z",
    components: 2,
    revision: 1,
    ...change,
  };
}

let components = 0;

export function component(name: string, version: string, change: Partial<Component> = {}): Component {
  return {
    id: ++components,
    ecosystem: "deb",
    name,
    version,
    arch: "amd64",
    distro: "debian-12",
    sourceName: name,
    sourceVersion: version,
    purl: `pkg:deb/debian/${name}@${version}`,
    cpe: "",
    firstSeenAt: "2026-09-01T08:00:00Z",
    lastSeenAt: "2026-11-24T08:00:00Z",
    removedAt: null,
    ...change,
  };
}
