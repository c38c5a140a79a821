import { describe, expect, it } from "vitest";
import type { VexReport } from "../api/vulnerabilities";
import { movedText, together } from "./vexReports";

function report(change: Partial<VexReport> = {}): VexReport {
  return { document: "urn:d", author: "ACME", statements: 3, assets: 1000, moved: {}, unchanged: 0, refused: [], refusedCount: 0, unmatched: [], unmatchedCount: 0, problems: [], next: null, ...change };
}

const statement = (vulnerabilityId: string) => ({ vulnerabilityId, status: "fixed", product: "pkg:npm/x" });

describe("the outcome of several calls", () => {
  it("adds up what was moved, refused and left alone", () => {
    const refused = { findingId: "1", vulnerabilityId: "CVE-1", to: "open" as const, detail: "no" };
    const first = together(null, report({ moved: { mitigated: 2 }, unchanged: 4, refused: [refused], refusedCount: 1, next: "a" }));
    const all = together(first, report({ assets: 7, moved: { mitigated: 1, false_positive: 3 }, unchanged: 1, refused: [{ ...refused, findingId: "2" }], refusedCount: 9 }));
    expect(all).toMatchObject({ assets: 1007, moved: { mitigated: 3, false_positive: 3 }, unchanged: 5, refusedCount: 10, next: null });
    expect(all.refused.map(({ findingId }) => findingId)).toEqual(["1", "2"]);
  });

  it("leaves of the statements about nothing those that no call could place", () => {
    const first = together(null, report({ unmatched: [statement("CVE-1"), statement("CVE-2")], unmatchedCount: 2 }));
    const all = together(first, report({ unmatched: [statement("CVE-2"), statement("CVE-3")], unmatchedCount: 2 }));
    expect(all.unmatched).toEqual([statement("CVE-2")]);
    expect(all).toMatchObject({ unmatchedCount: 1, unmatchedWhole: true });
    expect(together(all, report({ unmatched: [statement("CVE-2")], unmatchedCount: 300 })).unmatchedWhole).toBe(false);
  });
});

describe("what was moved, in words", () => {
  it("is told by where it stands now", () => {
    expect(movedText({ mitigated: 1, false_positive: 2 })).toBe("Now 1 finding mitigated, 2 findings false positive.");
    expect(movedText({})).toBe("No finding was moved.");
  });
});
