import type { NewPolicy, PolicyDocument, PolicyPreview, RiskCondition, SsvcDecision } from "../api/riskPolicies";
import { RISKS, type RiskLevel } from "../api/vulnerabilities";
import { percent } from "../text/values";

/** As CISA writes them. */
export const SSVC_NAMES: Record<SsvcDecision, string> = { track: "Track", track_closely: "Track*", attend: "Attend", act: "Act" };

export const SSVC_HINTS: Record<SsvcDecision, string> = {
  track: "mend it when updates are due",
  track_closely: "mend it when updates are due, and watch it",
  attend: "mend it sooner than updates are due",
  act: "mend it as soon as possible",
};

/** The labels that have conditions; low is what remains. */
export const JUDGED = ["critical", "high", "medium"] as const;
export type JudgedLevel = (typeof JUDGED)[number];

/** What a condition asks, in words. */
export function conditionText({ cvss, epss, exploited, ransomware, ssvc, exposed }: Partial<RiskCondition>): string {
  const asked = [
    cvss != null && `CVSS is ${cvss.toFixed(1)} or more`,
    epss != null && `EPSS is ${percent(epss)} or more`,
    exploited && "it is known to be exploited (KEV)",
    ransomware && "ransomware is known to use it",
    ssvc != null && `SSVC says ${SSVC_NAMES[ssvc] ?? ssvc}${ssvc === "act" ? "" : " or more"}`,
    exposed && "the host can be reached from outside",
  ].filter((one): one is string => typeof one === "string");
  return asked.length === 0 ? "nothing is asked" : asked.join(" and ");
}

/** A condition while somebody writes it: what is empty or false is not asked. */
export interface DraftCondition {
  key: number;
  cvss: string;
  epss: string;
  exploited: boolean;
  ransomware: boolean;
  ssvc: SsvcDecision | "";
  exposed: boolean;
}

export interface Draft {
  name: string;
  levels: Record<JudgedLevel, DraftCondition[]>;
  weights: { cvss: string; epss: string; exploited: string };
  dueDays: Record<RiskLevel, string>;
}

let keys = 0;

export function emptyCondition(): DraftCondition {
  return { key: ++keys, cvss: "", epss: "", exploited: false, ransomware: false, ssvc: "", exposed: false };
}

/** What a policy says, to be changed; the name of the one that is built in is nobody else's. */
export function draftOf({ policy, builtIn }: { policy: PolicyDocument; builtIn: boolean }): Draft {
  const conditions = (level: JudgedLevel) =>
    (policy.levels[level] ?? []).map((one) => ({
      ...emptyCondition(),
      cvss: one.cvss === null ? "" : String(one.cvss),
      epss: one.epss === null ? "" : String(one.epss),
      exploited: one.exploited ?? false,
      ransomware: one.ransomware ?? false,
      ssvc: one.ssvc ?? ("" as const),
      exposed: one.exposed ?? false,
    }));
  const { cvss, epss, exploited } = policy.weights;
  return {
    name: builtIn ? "" : policy.name,
    levels: { critical: conditions("critical"), high: conditions("high"), medium: conditions("medium") },
    weights: { cvss: String(cvss), epss: String(epss), exploited: String(exploited) },
    dueDays: Object.fromEntries(RISKS.map((risk) => [risk, policy.dueDays[risk] === undefined ? "" : String(policy.dueDays[risk])])) as Record<RiskLevel, string>,
  };
}

/** The policy that a draft is; the server says what is wrong with it. */
export function policyOf(draft: Draft): NewPolicy {
  const levels: NewPolicy["levels"] = {};
  for (const level of JUDGED) {
    if (draft.levels[level].length > 0) levels[level] = draft.levels[level].map(conditionOf);
  }
  const dueDays: NewPolicy["dueDays"] = {};
  for (const risk of RISKS) {
    if (draft.dueDays[risk].trim() !== "") dueDays[risk] = Number(draft.dueDays[risk]);
  }
  const { cvss, epss, exploited } = draft.weights;
  return { name: draft.name.trim(), levels, weights: { cvss: Number(cvss), epss: Number(epss), exploited: Number(exploited) }, dueDays };
}

/** What a draft's condition asks. */
export function conditionOf({ cvss, epss, exploited, ransomware, ssvc, exposed }: DraftCondition): Partial<RiskCondition> {
  return {
    ...(cvss.trim() === "" ? {} : { cvss: Number(cvss) }),
    ...(epss.trim() === "" ? {} : { epss: Number(epss) }),
    ...(exploited ? { exploited } : {}),
    ...(ransomware ? { ransomware } : {}),
    ...(ssvc === "" ? {} : { ssvc }),
    ...(exposed ? { exposed } : {}),
  };
}

/** How many findings have each label now, and how many would. */
export function byLabel({ moves }: PolicyPreview): { risk: RiskLevel; now: number; then: number }[] {
  const sum = (of: (move: PolicyPreview["moves"][number]) => RiskLevel, risk: RiskLevel) => moves.filter((move) => of(move) === risk).reduce((all, { findings }) => all + findings, 0);
  return RISKS.map((risk) => ({ risk, now: sum(({ from }) => from, risk), then: sum(({ to }) => to, risk) }));
}
