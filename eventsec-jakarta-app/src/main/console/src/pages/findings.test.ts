import { describe, expect, it } from "vitest";
import { percent } from "../text/values";
import { findingFilterOf, isNarrowed, statusWords } from "./findingFilters";
import { dayDistance, movesTo } from "./findingMoves";

const of = (text: string) => findingFilterOf(new URLSearchParams(text));

describe("finding filter", () => {
  it("is what waits unless the address says otherwise", () => {
    expect(of("").status).toEqual(["open", "in_review"]);
    expect(of("status=gone").status).toEqual(["open", "in_review"]);
    expect(of("status=any").status).toEqual([]);
    expect(of("status=fixed,open,gone").status).toEqual(["open", "fixed"]);
    expect(of("risk=low,odd,critical&q=%20ssl%20&exploited=true&overdue=1&asset=a&vulnerability=CVE-1")).toEqual({
      status: ["open", "in_review"],
      risk: ["critical", "low"],
      q: "ssl",
      exploited: true,
      overdue: false,
      asset: "a",
      vulnerability: "CVE-1",
    });
  });

  it("is named in the address as it is read from it", () => {
    for (const words of ["", "any", "open", "in_review,fixed"]) expect(statusWords(of(`status=${words}`).status)).toBe(words);
  });

  it("knows whether it hides anything that waits", () => {
    for (const wide of ["", "status=any", "status=open,in_review"]) expect(isNarrowed(of(wide))).toBe(false);
    for (const narrow of ["status=open", "status=fixed", "risk=low", "q=x", "exploited=true", "overdue=true", "asset=a", "vulnerability=v"]) {
      expect(isNarrowed(of(narrow))).toBe(true);
    }
  });
});

describe("finding moves", () => {
  it("are those that are possible, in one order, and tell an acceptance on other terms", () => {
    expect(movesTo(["open", "accepted", "in_review"], "accepted").map(({ name }) => name)).toEqual(["Start review", "Accept on other terms", "Reopen"]);
    expect(movesTo([], "fixed")).toEqual([]);
  });

  it("are due by days", () => {
    const now = Date.parse("2026-11-24T12:00:00Z");
    const told = ["2026-11-30T12:00:00Z", "2026-11-25T13:00:00Z", "2026-11-24T13:00:00Z", "2026-11-24T11:00:00Z", "2026-11-23T11:00:00Z", "2026-11-14T12:00:00Z"].map((at) => dayDistance(at, now));
    expect(told).toEqual(["in 6 days", "in 1 day", "within a day", "today", "1 day ago", "10 days ago"]);
  });
});

describe("probability", () => {
  it("keeps what tells small ones apart", () => {
    expect([0.94321, 0.056, 0.00043].map(percent)).toEqual(["94 %", "5.6 %", "0.04 %"]);
  });
});
