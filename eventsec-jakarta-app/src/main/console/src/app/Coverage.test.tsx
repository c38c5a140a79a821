import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Coverage, Gap, Reevaluation, RuleDetail } from "../api/types";
import { navigate } from "../router/router";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const ANALYST = session({ permissions: ["rules:read", "rules:reevaluate"] });

const RULE: RuleDetail = {
  id: "r1",
  version: "v2",
  title: "Executable downloaded",
  level: "high",
  ownLevel: "high",
  status: "stable",
  enabled: true,
  logsource: {},
  correlation: null,
  tags: [],
  alerts: 0,
  description: null,
  author: null,
  references: [],
  falsePositives: [],
  sourceYaml: "title: Executable downloaded\n",
  setting: null,
};

function gap(change: Partial<Gap> = {}): Gap {
  return {
    source: "zeek",
    reason: "absent",
    state: "open",
    from: "2026-11-24T09:00:00Z",
    to: "2026-11-24T10:00:00Z",
    fromPosition: 3,
    toPosition: 70,
    events: 1234,
    reevaluable: true,
    ...change,
  };
}

function coverage(gaps: Gap[], change: Partial<Coverage> = {}): Coverage {
  const covered = { source: "zeek", from: "2026-11-24T10:00:00Z", to: "2026-11-25T10:00:00Z", fromPosition: 71, toPosition: 900, events: 5000 };
  return { ruleId: "r1", version: "v2", covered: [covered], moreCovered: 0, gaps, moreGaps: 0, complete: true, ...change };
}

function reevaluation(change: Partial<Reevaluation> = {}): Reevaluation {
  return {
    id: "e1",
    version: "v2",
    state: "requested",
    sources: ["zeek"],
    fromPosition: 3,
    toPosition: 70,
    position: 0,
    events: 0,
    alerts: 0,
    failed: 0,
    reason: null,
    requestedBy: "anna",
    requestedAt: "2026-11-25T09:00:00Z",
    finishedAt: null,
    ...change,
  };
}

function open(answers: Parameters<typeof serve>[0]) {
  const served = serve({
    "GET /session": () => json(ANALYST),
    "GET /rules/r1": () => json(RULE),
    "GET /rules/r1/exceptions": () => json({ items: [] }),
    "GET /rules/r1/reevaluations": () => json({ items: [] }),
    ...answers,
  });
  navigate("/rules/r1", "replace");
  render(<App setupToken={null} />);
  return served;
}

describe("coverage", () => {
  it("says what a rule has seen and what it has not", async () => {
    open({
      "GET /rules/r1/coverage": () =>
        json(
          coverage([
            gap({ reason: "waiting", reevaluable: false, fromPosition: 901, toPosition: 905 }),
            gap(),
            gap({ source: "aws\u202e", reason: "version", state: "reevaluated", reevaluable: false, fromPosition: 1, toPosition: 2 }),
            gap({ reason: "late", state: "gone", reevaluable: false, fromPosition: 0, toPosition: 0 }),
          ], { moreGaps: 7, complete: false }),
        ),
    });
    const gaps = within(await screen.findByRole("table", { name: "Gaps" }));
    expect(gaps.getByText("They wait to be read; the times are those of receipt")).toBeTruthy();
    expect(gaps.getByText("The rule did not run")).toBeTruthy();
    expect(gaps.getByText("positions 3 to 70")).toBeTruthy();
    expect(gaps.getByText("Another version of the rule ran")).toBeTruthy();
    expect(gaps.getByText("Re-evaluated")).toBeTruthy();
    expect(gaps.getByText("The journal no longer has them")).toBeTruthy();
    expect(gaps.queryByText("aws\u202e")).toBeNull();
    expect(gaps.getAllByRole("button", { name: /^Re-evaluate positions/ })).toHaveLength(1);
    expect(screen.getByText("And 7 more, older.")).toBeTruthy();
    expect(screen.getByText("More is known from before; it is not shown.")).toBeTruthy();
    expect(within(screen.getByRole("table", { name: "Seen" })).getByText("5,000")).toBeTruthy();
    expect(screen.queryByRole("table", { name: "Re-evaluations" })).toBeNull();
  });

  it("lets a gap be re-evaluated, and says how far that is", async () => {
    let asked: Reevaluation[] = [];
    const { asked: calls } = open({
      "GET /rules/r1/coverage": () => json(coverage([gap(asked.length === 0 ? {} : { state: "queued", reevaluable: false })])),
      "GET /rules/r1/reevaluations": () => json({ items: asked }),
      "POST /rules/r1/reevaluations": () => {
        asked = [reevaluation({ state: "running", position: 36 }), reevaluation({ id: "e0", state: "failed", reason: "The journal no longer has it", failed: 2 })];
        return json({ items: asked }, { status: 202 });
      },
    });
    await user.click(await screen.findByRole("button", { name: "Re-evaluate positions 3 to 70" }));
    const table = within(await screen.findByRole("table", { name: "Re-evaluations" }));
    expect(table.getByText("Running, 50 %")).toBeTruthy();
    expect(table.getByText("The journal no longer has it")).toBeTruthy();
    expect(table.getByText("2 events broke the rule")).toBeTruthy();
    expect(await screen.findByText("Going to be re-evaluated")).toBeTruthy();
    const call = calls.find(({ method }) => method === "POST");
    expect(call?.body).toEqual({ ranges: [{ source: "zeek", fromPosition: 3, toPosition: 70 }] });
    expect(call?.headers.get("X-CSRF-Token")).toBe("token-1");
    expect(screen.queryByRole("button", { name: /Re-evaluate/ })).toBeNull();
  });

  it("lets all gaps be re-evaluated, and says why that cannot be", async () => {
    const { asked } = open({
      "GET /rules/r1/coverage": () => json(coverage([gap()], { covered: [] })),
      "POST /rules/r1/reevaluations": () => problem(409, { title: "Not possible as it stands", detail: "A re-evaluation of this rule is under way." }),
    });
    await user.click(await screen.findByRole("button", { name: "Re-evaluate all" }));
    expect((await screen.findByRole("alert")).textContent).toContain("under way");
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ all: true });
    expect(screen.getByText("This version of the rule has not seen an event yet.")).toBeTruthy();
  });

  it("offers nothing to those who may not", async () => {
    open({
      "GET /session": () => json(session({ permissions: ["rules:read"] })),
      "GET /rules/r1/coverage": () => json(coverage([gap()])),
      "GET /rules/r1/reevaluations": () => json({ items: [reevaluation(), reevaluation({ id: "e2", state: "done", position: 70, events: 1234, alerts: 5 })] }),
    });
    const table = within(await screen.findByRole("table", { name: "Re-evaluations" }));
    expect(table.getByText("Waits for a worker")).toBeTruthy();
    expect(table.getByText("Done")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Re-evaluate/ })).toBeNull();
  });

  it("says that there are no gaps", async () => {
    open({ "GET /rules/r1/coverage": () => json(coverage([])) });
    expect(await screen.findByText(/has seen all that came/)).toBeTruthy();
    expect(screen.queryByRole("table", { name: "Gaps" })).toBeNull();
  });
});
