import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { PolicyChoice, PolicyPreview, RiskPolicy } from "../api/riskPolicies";
import type { Permission } from "../api/types";
import { navigate } from "../router/router";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const nothing = { cvss: null, epss: null, exploited: null, ransomware: null, ssvc: null, exposed: null };
const bert = { id: "u2", username: "bert", displayName: "Bert" };

function policy(name: string, version: number, change: Partial<RiskPolicy> = {}): RiskPolicy {
  return {
    policy: { name, version, levels: { critical: [{ ...nothing, exploited: true }, { ...nothing, cvss: 9, epss: 0.3 }] }, weights: { cvss: 0.7, epss: 0.3, exploited: 0.2 }, dueDays: { critical: 7 } },
    builtIn: name === "default",
    reason: name === "default" ? null : "the board wants it",
    createdBy: name === "default" ? null : bert,
    createdAt: name === "default" ? null : "2026-11-01T08:00:00Z",
    ...change,
  };
}

const chosen: PolicyChoice = { name: "default", version: 1, revision: 0, reason: null, changedBy: null, changedAt: null };

const preview: PolicyPreview = {
  findings: 12,
  unknown: 3,
  changed: 4,
  moves: [
    { from: "high", to: "critical", findings: 4 },
    { from: "low", to: "low", findings: 8 },
  ],
  examples: [{ id: "7", vulnerability: "CVE-2026-1", hostname: "web-1", component: "openssl", version: "3.0.11", from: "high", to: "critical", reasons: ["CVSS 9.8 is at least 9.0"], alike: 4 }],
};

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function may(...permissions: Permission[]) {
  return () => json(session({ permissions: ["vulnerabilities:read", ...permissions] }));
}

const rows = (table: string) => within(screen.getByRole("table", { name: table })).getAllByRole("row").slice(1).map(({ textContent }) => textContent);

describe("risk policies", () => {
  it("are listed with what the one in force says, and offer viewers nothing to do", async () => {
    serve({
      "GET /session": may(),
      "GET /risk-policies": () => json({ items: [policy("ours", 2), policy("ours", 1)], nextCursor: null, builtIn: policy("default", 1), inForce: { ...chosen, name: "ours", version: 2, revision: 3, reason: "since the audit", changedBy: bert, changedAt: "2026-11-02T08:00:00Z" } }),
      "GET /risk-policies/ours/versions/2": () => json(policy("ours", 2)),
    });
    open("/vulnerabilities/policies");
    expect(await screen.findByRole("heading", { level: 2, name: "In force: ours 2" })).toBeTruthy();
    expect(screen.getByText("since the audit")).toBeTruthy();
    await screen.findByRole("table", { name: "What the policy says" });
    expect(rows("What the policy says")[0]).toBe("Criticalit is known to be exploited (KEV)or CVSS is 9.0 or more and EPSS is 30 % or more7 days");
    expect(rows("What the policy says")[3]).toBe("Lownone of the aboveno end");
    expect(rows("Versions of policies").map((row) => row?.slice(0, 16))).toEqual(["ours2● in force2026-", "ours1–2026-11-01 0", "default1–built in"].map((row) => row.slice(0, 16)));
    expect(screen.queryByRole("link", { name: "New policy" })).toBeNull();
  });
});

describe("a version of a policy", () => {
  const serving = (more: Parameters<typeof serve>[0] = {}) =>
    serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /risk-policies/ours/versions/1": () => json(policy("ours", 1)),
      "GET /risk-policies/ours/versions/1/preview": () => json(preview),
      "GET /risk-policies/in-force": () => json(chosen),
      ...more,
    });

  it("shows what it would change when it is asked to", async () => {
    const { asked } = serving();
    open("/vulnerabilities/policies/ours/1");
    await user.click(await screen.findByRole("button", { name: "Show what would change" }));
    expect((await screen.findByRole("table", { name: "Findings by label" })).textContent).toContain("Critical04+4");
    expect(screen.getByText("4 of 12 findings")).toBeTruthy();
    expect(rows("Findings that would change")[0]).toBe("High → CriticalCVE-2026-1web-1openssl 3.0.11CVSS 9.8 is at least 9.04");
    expect(asked.filter(({ path }) => path.endsWith("/preview"))).toHaveLength(1);
  });

  it("is put in force with a reason, upon what was in force", async () => {
    let now = chosen;
    const { asked } = serving({
      "GET /risk-policies/in-force": () => json(now),
      "PUT /risk-policies/in-force": () => {
        now = { ...chosen, name: "ours", version: 1, revision: 1, reason: "why not", changedBy: bert, changedAt: "2026-11-03T08:00:00Z" };
        return json(now);
      },
    });
    open("/vulnerabilities/policies/ours/1");
    await user.click(await screen.findByRole("button", { name: "Put in force…" }));
    const dialog = screen.getByRole("dialog");
    expect(await within(dialog).findByRole("table", { name: "Findings by label" })).toBeTruthy();
    const put = within(dialog).getByRole("button", { name: "Put in force" });
    expect((put as HTMLButtonElement).disabled).toBe(true);
    await user.type(within(dialog).getByLabelText("Reason"), "why not");
    await user.click(put);
    expect(await screen.findByText("in force")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    const sent = asked.find(({ method }) => method === "PUT");
    expect(sent?.headers.get("If-Match")).toBe('"0"');
    expect(sent?.body).toEqual({ name: "ours", version: 1, reason: "why not" });
    expect(screen.queryByRole("button", { name: "Put in force…" })).toBeNull();
  });

  it("is not put in force over a choice that the user has not seen", async () => {
    let reads = 0;
    serving({
      "GET /risk-policies/in-force": () => json(++reads === 1 ? chosen : { ...chosen, name: "theirs", version: 4, revision: 1, changedBy: bert, changedAt: "2026-11-03T08:00:00Z" }),
      "PUT /risk-policies/in-force": () => problem(412, { title: "Stale" }),
    });
    open("/vulnerabilities/policies/ours/1");
    await user.click(await screen.findByRole("button", { name: "Put in force…" }));
    await user.type(within(screen.getByRole("dialog")).getByLabelText("Reason"), "mine");
    await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Put in force" }));
    expect(await screen.findByText("Somebody else put a policy in force first")).toBeTruthy();
    expect(await screen.findByText("theirs 4", { selector: "strong" })).toBeTruthy();
  });
});

describe("a draft of a policy", () => {
  it("is written, tried and stored", async () => {
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /risk-policies/default/versions/1": () => json(policy("default", 1)),
      "POST /risk-policies/preview": () => json(preview),
      "POST /risk-policies": () => json(policy("ours", 1), { status: 201 }),
      "GET /risk-policies/ours/versions/1": () => json(policy("ours", 1)),
      "GET /risk-policies/in-force": () => json(chosen),
    });
    open("/vulnerabilities/draft?name=default&version=1");
    await user.type(await screen.findByLabelText("Name of the policy"), "ours");
    await user.click(screen.getByRole("button", { name: "Remove: Critical, condition 2" }));
    await user.click(screen.getByRole("button", { name: "Add a condition for high" }));
    const added = within(screen.getByRole("group", { name: "High, condition 1" }));
    await user.type(added.getByRole("spinbutton", { name: "CVSS ≥" }), "7.5");
    await user.click(added.getByRole("checkbox", { name: "Exposed host" }));
    await user.selectOptions(added.getByRole("combobox", { name: "SSVC ≥" }), "attend");
    expect(added.getByText("CVSS is 7.5 or more and SSVC says Attend or more and the host can be reached from outside")).toBeTruthy();
    await user.type(screen.getByLabelText("High"), "14");
    await user.click(screen.getByRole("button", { name: "Show what would change" }));
    expect(await screen.findByRole("table", { name: "Findings by label" })).toBeTruthy();
    const said = { name: "ours", levels: { critical: [{ exploited: true }], high: [{ cvss: 7.5, ssvc: "attend", exposed: true }] }, weights: { cvss: 0.7, epss: 0.3, exploited: 0.2 }, dueDays: { critical: 7, high: 14 } };
    expect(asked.find(({ path }) => path === "/risk-policies/preview")?.body).toEqual({ policy: said });
    await user.type(screen.getByLabelText("Reason"), "less noise");
    await user.click(screen.getByRole("button", { name: "Store as a version" }));
    expect(await screen.findByRole("heading", { level: 1, name: "ours 1" })).toBeTruthy();
    expect(asked.find(({ method, path }) => method === "POST" && path === "/risk-policies")?.body).toEqual({ reason: "less noise", policy: said });
  });

  it("shows which field the server refuses, and keeps what was written", async () => {
    serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /risk-policies/default/versions/1": () => json(policy("default", 1)),
      "POST /risk-policies/preview": () => problem(422, { title: "The request is invalid", errors: [{ field: "policy.levels.high[0]", rule: "asks nothing", cure: "Ask for one." }] }),
    });
    open("/vulnerabilities/draft");
    await user.type(await screen.findByLabelText("Name of the policy"), "ours");
    await user.click(screen.getByRole("button", { name: "Show what would change" }));
    expect((await screen.findByRole("alert")).textContent).toContain("policy.levels.high[0]: asks nothing Ask for one.");
    expect((screen.getByLabelText("Name of the policy") as HTMLInputElement).value).toBe("ours");
  });

  it("is nothing for those who may only look", async () => {
    serve({ "GET /session": may() });
    open("/vulnerabilities/draft");
    expect(await screen.findByText("You may not see this page")).toBeTruthy();
  });
});
