/** What the REST API tells of how the risk of vulnerabilities is judged. */

import type { Page, Person } from "./types";
import type { RiskLevel } from "./vulnerabilities";

export type SsvcDecision = "track" | "track_closely" | "attend" | "act";
export const SSVC_DECISIONS: readonly SsvcDecision[] = ["track", "track_closely", "attend", "act"];

/** What must all be true together; what is null is not asked. */
export interface RiskCondition {
  cvss: number | null;
  epss: number | null;
  exploited: boolean | null;
  ransomware: boolean | null;
  ssvc: SsvcDecision | null;
  exposed: boolean | null;
}

export interface RiskWeights {
  cvss: number;
  epss: number;
  exploited: number;
}

/** What a policy says. Low is what remains, and has no conditions. */
export interface PolicyDocument {
  name: string;
  version: number;
  levels: Partial<Record<RiskLevel, RiskCondition[]>>;
  weights: RiskWeights;
  dueDays: Partial<Record<RiskLevel, number>>;
}

/** A policy as it is handed in: what is not asked is left out, and the number is the next one. */
export interface NewPolicy {
  name: string;
  levels: Partial<Record<RiskLevel, Partial<RiskCondition>[]>>;
  weights: RiskWeights;
  dueDays: Partial<Record<RiskLevel, number>>;
}

/** A version of a policy; it never changes. */
export interface RiskPolicy {
  policy: PolicyDocument;
  builtIn: boolean;
  reason: string | null;
  createdBy: Person | null;
  createdAt: string | null;
}

/** Which version labels findings. */
export interface PolicyChoice {
  name: string;
  version: number;
  revision: number;
  reason: string | null;
  changedBy: Person | null;
  changedAt: string | null;
}

/** The one that is built in is not among the items. */
export interface RiskPolicyPage extends Page<RiskPolicy> {
  builtIn: RiskPolicy;
  inForce: PolicyChoice;
}

/** What another policy would change of the findings that are not fixed. */
export interface PolicyPreview {
  findings: number;
  unknown: number;
  changed: number;
  /** Those that stay too. */
  moves: { from: RiskLevel; to: RiskLevel; findings: number }[];
  examples: PreviewExample[];
}

export interface PreviewExample {
  id: string;
  vulnerability: string;
  hostname: string;
  component: string;
  version: string;
  from: RiskLevel;
  to: RiskLevel;
  reasons: string[];
  alike: number;
}
