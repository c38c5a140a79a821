import { describe, expect, it } from "vitest";
import type { PolicyDocument, PolicyPreview } from "../api/riskPolicies";
import { byLabel, conditionText, draftOf, emptyCondition, policyOf } from "./policyWords";

const nothing = { cvss: null, epss: null, exploited: null, ransomware: null, ssvc: null, exposed: null };

const policy: PolicyDocument = {
  name: "ours",
  version: 3,
  levels: { critical: [{ ...nothing, exploited: true }, { ...nothing, cvss: 9, epss: 0.3 }], medium: [{ ...nothing, ssvc: "attend", exposed: true }] },
  weights: { cvss: 0.7, epss: 0.3, exploited: 0.2 },
  dueDays: { critical: 7, low: 180 },
};

describe("a condition in words", () => {
  it("tells all that is asked, and nothing that is not", () => {
    expect(conditionText({ ...nothing, cvss: 9, epss: 0.05 })).toBe("CVSS is 9.0 or more and EPSS is 5.0 % or more");
    expect(conditionText({ exploited: true, ransomware: true })).toBe("it is known to be exploited (KEV) and ransomware is known to use it");
    expect(conditionText({ ssvc: "track_closely", exposed: true })).toBe("SSVC says Track* or more and the host can be reached from outside");
    expect(conditionText({ ssvc: "act", exposed: false })).toBe("SSVC says Act");
    expect(conditionText({ cvss: 0 })).toBe("CVSS is 0.0 or more");
    expect(conditionText(nothing)).toBe("nothing is asked");
  });
});

describe("a draft", () => {
  it("that nobody touched says what it began from, without its number", () => {
    expect(policyOf(draftOf({ policy, builtIn: false }))).toEqual({
      name: "ours",
      levels: { critical: [{ exploited: true }, { cvss: 9, epss: 0.3 }], medium: [{ ssvc: "attend", exposed: true }] },
      weights: { cvss: 0.7, epss: 0.3, exploited: 0.2 },
      dueDays: { critical: 7, low: 180 },
    });
  });

  it("of the one that is built in wants a name of its own", () => {
    expect(draftOf({ policy: { ...policy, name: "default" }, builtIn: true }).name).toBe("");
  });

  it("leaves out labels without conditions and days that are not said, and keeps a zero", () => {
    const draft = draftOf({ policy, builtIn: false });
    draft.levels.critical = [];
    draft.levels.high = [{ ...emptyCondition(), cvss: "0" }];
    draft.dueDays.critical = " ";
    const made = policyOf(draft);
    expect(Object.keys(made.levels)).toEqual(["high", "medium"]);
    expect(made.levels.high).toEqual([{ cvss: 0 }]);
    expect(made.dueDays).toEqual({ low: 180 });
  });

  it("has conditions that are told apart", () => {
    expect(emptyCondition().key).not.toBe(emptyCondition().key);
  });
});

describe("a preview by label", () => {
  it("counts those that come and those that go", () => {
    const moves: PolicyPreview["moves"] = [
      { from: "high", to: "critical", findings: 5 },
      { from: "high", to: "high", findings: 2 },
      { from: "critical", to: "low", findings: 1 },
    ];
    expect(byLabel({ findings: 8, unknown: 0, changed: 6, moves, examples: [] })).toEqual([
      { risk: "critical", now: 1, then: 5 },
      { risk: "high", now: 7, then: 2 },
      { risk: "medium", now: 0, then: 0 },
      { risk: "low", now: 0, then: 1 },
    ]);
  });
});
