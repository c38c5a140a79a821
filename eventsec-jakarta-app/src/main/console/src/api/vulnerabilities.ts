/** What the REST API tells of vulnerabilities: where they were found, and where advisories come from. */

import type { Criticality } from "./inventory";
import type { SsvcDecision } from "./riskPolicies";
import type { Page, Person } from "./types";

export type RiskLevel = "critical" | "high" | "medium" | "low";
export const RISKS: readonly RiskLevel[] = ["critical", "high", "medium", "low"];

export type FindingStatus = "open" | "in_review" | "mitigated" | "accepted" | "false_positive" | "fixed";
export const FINDING_STATUSES: readonly FindingStatus[] = ["open", "in_review", "mitigated", "accepted", "false_positive", "fixed"];

/** Where somebody has still to deal with a finding. */
export const WAITING: readonly FindingStatus[] = ["open", "in_review"];

/** Where people may move a finding; only evidence makes one fixed. */
export type MoveTarget = Exclude<FindingStatus, "fixed">;

/** What VEX calls the reason of a false positive. */
export const JUSTIFICATIONS = [
  "component_not_present",
  "vulnerable_code_not_present",
  "vulnerable_code_not_in_execute_path",
  "vulnerable_code_cannot_be_controlled_by_adversary",
  "inline_mitigations_already_exist",
] as const;

/** What is known of a vulnerability, wherever it is found. */
export interface Scores {
  cvssScore: number | null;
  epss: number | null;
  /** A date. */
  kevSince: string | null;
}

/** What a source says of a component; what it does not have is the empty text. */
export interface Said {
  id: string;
  source: string;
  component: string;
  version: string;
  range: string;
  why: string;
  fixedIn: string;
  undecided: boolean;
}

export interface FindingEvidence {
  policy: string;
  reasons: string[];
  advisories: Said[];
  more: number;
}

/** A vulnerability in a component of an asset. */
export interface Finding {
  id: string;
  vulnerabilityId: string;
  title: string;
  assetId: string;
  hostname: string;
  component: string;
  version: string;
  fixedVersion: string | null;
  undecided: boolean;
  risk: RiskLevel;
  riskScore: number;
  scores: Scores;
  exploited: boolean;
  status: FindingStatus;
  reason: string;
  justification: string | null;
  acceptedBy: Person | null;
  acceptedUntil: string | null;
  foundAt: string;
  openedAt: string;
  dueAt: string | null;
  overdue: boolean;
  closedAt: string | null;
  evidence: FindingEvidence;
  revision: number;
}

/** While there is no source, nothing is looked for. */
export interface FindingPage extends Page<Finding> {
  advisorySources: AdvisorySource[];
}

export interface FindingChange {
  change: "opened" | "reopened" | "fixed" | "label" | "moved" | "stated" | "expired";
  from: FindingStatus;
  to: FindingStatus;
  fromRisk: RiskLevel;
  toRisk: RiskLevel;
  reason: string;
  acceptedBy: Person | null;
  acceptedUntil: string | null;
  /** The document of VEX that said so, or the policy. */
  source: string;
  /** Null if evidence or time did it. */
  user: Person | null;
  at: string;
}

/** What the risk was judged by, beside the scores. */
export interface RiskFacts {
  criticality: Criticality;
  /** Whether the asset can be reached from outside. */
  exposed: boolean;
  kev: { since: string; due: string | null; ransomware: boolean } | null;
  ssvc: Ssvc | null;
}

/** CISA's answers, and what they come to on the asset. */
export interface Ssvc {
  decision: SsvcDecision;
  exploitation: "none" | "poc" | "active";
  automatable: boolean;
  total: boolean;
}

/** Why a finding is due when it is: by CISA's day, or by the days of the policy. */
export interface FindingDue {
  by: "kev" | "policy";
  kevDue: string | null;
  /** From its opening to its end. */
  days: number;
}

export interface FindingDetail {
  finding: Finding;
  /** Null if that was not noted yet. */
  facts: RiskFacts | null;
  /** Null if it has no end. */
  due: FindingDue | null;
  possible: MoveTarget[];
  history: FindingChange[];
}

/** A finding together with the tag that a move of it must present. */
export interface TaggedFinding extends FindingDetail {
  etag: string;
}

export interface FindingQuery {
  status?: readonly string[];
  risk?: readonly string[];
  q?: string;
  exploited?: boolean;
  overdue?: boolean;
  asset?: string;
  vulnerability?: string;
}

/** Where a finding shall stand, with what that needs. */
export interface Move {
  status: MoveTarget;
  reason: string;
  justification?: string;
  owner?: string;
  until?: string;
}

/** What became of the findings of a move, in the order in which they were named. */
export interface MoveOutcomes {
  moved: number;
  results: MoveOutcome[];
}

export interface MoveOutcome {
  id: string;
  outcome: "moved" | "stale" | "refused" | "missing";
  revision: number | null;
  detail: string | null;
}

/** How findings are given out. */
export type VexFormat = "openvex" | "cyclonedx" | "csaf";

/** What became of a document of VEX, or of the assets that one call looked at. */
export interface VexReport {
  document: string;
  author: string;
  statements: number;
  assets: number;
  moved: Partial<Record<FindingStatus, number>>;
  unchanged: number;
  refused: VexRefusal[];
  refusedCount: number;
  unmatched: VexUnmatched[];
  unmatchedCount: number;
  /** What could not be read. */
  problems: string[];
  /** Where the next call goes on; null if all was looked at. */
  next: string | null;
}

export interface VexRefusal {
  findingId: string;
  vulnerabilityId: string;
  to: FindingStatus;
  detail: string;
}

export interface VexUnmatched {
  vulnerabilityId: string;
  status: string;
  product: string;
}

/** How many findings one call moves at most. */
export const MOST_MOVED = 500;

/** A feed of advisories. */
export interface AdvisorySource {
  name: string;
  state: "in_force" | "held_back" | "unreadable";
  reason: string;
  records: number;
  refused: number;
  firstRefusal: string;
  newestAt: string | null;
  ageSeconds: number | null;
  tooOld: boolean;
  readAt: string | null;
  heldRecords: number | null;
  /** Null if this installation does not fetch it. */
  mirror: AdvisoryMirror | null;
}

/** What came of fetching a feed. */
export interface AdvisoryMirror {
  outcome: "updated" | "unchanged" | "failed";
  askedAt: string;
  fetchedAt: string | null;
  changedAt: string | null;
  failures: number;
  lastError: string;
}
