import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { RuleDetail, RuleException } from "../api/types";
import { navigate } from "../router/router";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const ANNA = { id: "u1", username: "anna", displayName: "Anna Berg" };
const TUNER = session({ permissions: ["rules:read", "rules:write"] });

function open() {
  navigate("/rules/r1", "replace");
  return render(<App setupToken={null} />);
}

function rule(change: Partial<RuleDetail> = {}): RuleDetail {
  return {
    id: "r1",
    version: "v1",
    title: "Executable downloaded",
    level: "high",
    ownLevel: "high",
    status: "stable",
    enabled: true,
    logsource: { product: "suricata" },
    correlation: null,
    tags: [],
    alerts: 3,
    description: null,
    author: null,
    references: [],
    falsePositives: [],
    sourceYaml: "title: Executable downloaded\n",
    setting: null,
    ...change,
  };
}

function exception(change: Partial<RuleException> = {}): RuleException {
  return {
    id: "x1",
    ruleId: "r1",
    detection: "selection:\n  user.name: backup\ncondition: selection",
    reason: "The backup does that",
    owner: ANNA,
    createdBy: ANNA,
    createdAt: "2026-11-24T09:00:00Z",
    expiresAt: "2099-01-01T00:00:00Z",
    endedBy: null,
    endedAt: null,
    inForce: true,
    hits: 1234,
    lastHitAt: "2026-11-25T09:00:00Z",
    ...change,
  };
}

describe("a rule", () => {
  it("is switched off with a reason and the tag that was seen", async () => {
    const off = rule({ enabled: false, setting: { reason: "Too loud", changedBy: ANNA, changedAt: "2026-11-24T10:00:00Z" } });
    const { asked } = serve({
      "GET /session": () => json(TUNER),
      "GET /rules/r1": () => json(rule(), { headers: { ETag: '"0"' } }),
      "GET /rules/r1/exceptions": () => json({ items: [] }),
      "PATCH /rules/r1": () => json(off, { headers: { ETag: '"1"' } }),
    });
    open();
    await user.click(await screen.findByRole("button", { name: "Switch off" }));
    await user.type(screen.getByLabelText("Reason"), "Too loud");
    await user.click(screen.getByRole("button", { name: "Change", hidden: true }));
    expect(await screen.findByText(/It is switched off/)).toBeTruthy();
    expect(screen.getByText("Too loud")).toBeTruthy();
    const change = asked.find(({ method }) => method === "PATCH");
    expect(change?.body).toEqual({ enabled: false, reason: "Too loud" });
    expect(change?.headers.get("If-Match")).toBe('"0"');
  });

  it("is given another level, and says what it says itself", async () => {
    const { asked } = serve({
      "GET /session": () => json(TUNER),
      "GET /rules/r1": () => json(rule(), { headers: { ETag: '"4"' } }),
      "GET /rules/r1/exceptions": () => json({ items: [] }),
      "PATCH /rules/r1": () => json(rule({ level: "low" })),
    });
    open();
    await user.selectOptions(await screen.findByLabelText("Level"), "low");
    await user.type(screen.getByLabelText("Reason"), "Only a laboratory");
    await user.click(screen.getByRole("button", { name: "Change", hidden: true }));
    expect(await screen.findByText(/the rule says high/)).toBeTruthy();
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ level: "low", reason: "Only a laboratory" });
  });

  it("shows what somebody else decided meanwhile", async () => {
    let level = "high";
    serve({
      "GET /session": () => json(TUNER),
      "GET /rules/r1": () => json(rule({ level })),
      "GET /rules/r1/exceptions": () => json({ items: [] }),
      "PATCH /rules/r1": () => {
        level = "critical";
        return problem(412, { title: "Changed meanwhile" });
      },
    });
    open();
    await user.click(await screen.findByRole("button", { name: "Switch off" }));
    await user.type(screen.getByLabelText("Reason"), "x");
    await user.click(screen.getByRole("button", { name: "Change", hidden: true }));
    expect(await screen.findByText("Changed meanwhile")).toBeTruthy();
    expect(await screen.findByText(/the rule says high/)).toBeTruthy();
  });

  it("has exceptions that say what they kept back, and can be ended", async () => {
    let items = [exception()];
    const { asked } = serve({
      "GET /session": () => json(TUNER),
      "GET /rules/r1": () => json(rule()),
      "GET /rules/r1/exceptions": () => json({ items }),
      "DELETE /rules/r1/exceptions/x1": () => {
        items = [exception({ inForce: false, endedAt: "2026-11-26T09:00:00Z" })];
        return new Response(null, { status: 204 });
      },
    });
    open();
    const panel = within(await screen.findByRole("region", { name: "Exceptions" }));
    expect(await panel.findByText("The backup does that")).toBeTruthy();
    expect(panel.getByText(/1.234 kept back/)).toBeTruthy();
    await user.click(panel.getByRole("button", { name: "End it" }));
    expect(await panel.findByText(/Ended/)).toBeTruthy();
    expect(panel.queryByRole("button", { name: "End it" })).toBeNull();
    expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
  });

  it("is given an exception, and what is wrong with one is said", async () => {
    const answers = [problem(422, { title: "Invalid values", errors: [{ field: "detection", rule: "is no detection", cure: "Give another" }] }), json(exception(), { status: 201 })];
    const { asked } = serve({
      "GET /session": () => json(TUNER),
      "GET /rules/r1": () => json(rule()),
      "GET /rules/r1/exceptions": () => json({ items: [] }),
      "POST /rules/r1/exceptions": () => answers.shift() ?? problem(500, {}),
    });
    open();
    await user.click(await screen.findByRole("button", { name: "Add exception" }));
    await user.type(screen.getByLabelText("Reason"), "Known");
    await user.click(screen.getByRole("button", { name: "Add", hidden: true }));
    expect(await screen.findByText("is no detection Give another")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Add", hidden: true }));
    await screen.findByText("None: the rule sees every event.");
    const made = asked.filter(({ method }) => method === "POST").at(-1)?.body as RuleException;
    expect(made.reason).toBe("Known");
    expect(made.detection).toContain("selection:");
    expect(Date.parse(made.expiresAt)).toBeGreaterThan(Date.now());
  });

  it("cannot be changed by who may only read", async () => {
    serve({
      "GET /session": () => json(session({ permissions: ["rules:read"] })),
      "GET /rules/r1": () => json(rule()),
      "GET /rules/r1/exceptions": () => json({ items: [exception()] }),
    });
    open();
    expect(await screen.findByText("The backup does that")).toBeTruthy();
    for (const name of ["Switch off", "Add exception", "End it"]) expect(screen.queryByRole("button", { name })).toBeNull();
  });
});
