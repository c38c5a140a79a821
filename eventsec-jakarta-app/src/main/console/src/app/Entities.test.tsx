import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { EntityDetail, EntityRisk } from "../api/types";
import { navigate } from "../router/router";
import { alert, json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function risk(change: Partial<EntityRisk> = {}): EntityRisk {
  return { kind: "host", name: "web-1.example", score: 120.46, alerts: 3, lastSeenAt: "2026-11-24T09:00:00Z", lastAlertId: "a1", ...change };
}

function detail(change: Partial<EntityDetail> = {}): EntityDetail {
  return {
    ...risk(),
    at: "2026-11-24T10:00:00Z",
    halfLifeSeconds: 604_800,
    contributions: [
      { alertId: "a1", ruleId: "r1", title: "Executable downloaded", severity: "high", status: "open", eventTime: "2026-11-24T09:00:00Z", points: 50, left: 49.8 },
      { alertId: "a2", ruleId: "r2", title: "Shell of a web server", severity: "critical", status: "closed", eventTime: "2026-11-20T09:00:00Z", points: 80, left: 53.84 },
    ],
    ...change,
  };
}

describe("entities", () => {
  it("are listed as the server orders them, page by page", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /risk/entities": ({ query }) =>
        query.get("cursor") === null
          ? json({ items: [risk(), risk({ kind: "user", name: "CORP\\bob", score: 7, alerts: 1 })], nextCursor: "c1" })
          : json({ items: [risk({ kind: "address", name: "192.0.2.7", score: 0.04, alerts: 1 })], nextCursor: null }),
    });
    open("/entities?kind=odd&minimum=3");
    const table = within(await screen.findByRole("table", { name: "Entities" }));
    expect(table.getAllByRole("row").slice(1).map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^hostweb-1\.example120\.53/),
      expect.stringMatching(/^userCORP\\bob71/),
    ]);
    expect(table.getByRole("link", { name: "CORP\\bob" }).getAttribute("href")).toBe("/entities/of?kind=user&name=CORP%5Cbob");
    await user.click(screen.getByRole("button", { name: "Load more entities" }));
    expect(await screen.findByText("192.0.2.7")).toBeTruthy();
    const calls = asked.filter(({ path }) => path === "/risk/entities").map(({ query }) => query.toString());
    expect(calls).toEqual(["", "cursor=c1"]);
  });

  it("are narrowed to a kind and a score", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /risk/entities": () => json({ items: [], nextCursor: null }),
    });
    open("/entities");
    expect(await screen.findByText("Nothing is held against anybody")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Users" }));
    await user.click(screen.getByRole("checkbox", { name: "50" }));
    expect(await screen.findByText("Nothing fits this filter")).toBeTruthy();
    const last = asked.filter(({ path }) => path === "/risk/entities").at(-1);
    expect([last?.query.get("kind"), last?.query.get("minimum")]).toEqual(["user", "50"]);
    await user.click(screen.getByRole("checkbox", { name: "Users" }));
    expect(asked.filter(({ path }) => path === "/risk/entities").at(-1)?.query.has("kind")).toBe(false);
  });
});

describe("an entity", () => {
  it("shows its score and the alerts that it is made of", async () => {
    serve({
      "GET /session": () => json(session()),
      "GET /risk/entity": () => json(detail()),
    });
    open("/entities/of?kind=host&name=web-1.example");
    expect(await screen.findByText("halves every 7 days")).toBeTruthy();
    expect(screen.getByText("120.5")).toBeTruthy();
    const table = within(screen.getByRole("table", { name: "Contributions" }));
    expect(table.getByRole("link", { name: "Executable downloaded" }).getAttribute("href")).toBe("/alerts/a1");
    expect(table.getByText("53.8")).toBeTruthy();
    expect(table.getByText("Closed")).toBeTruthy();
    expect(screen.getByText("The newest 2 alerts of 3 are shown; the score is of all.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Alerts with this name" }).getAttribute("href")).toBe("/alerts?q=web-1.example");
  });

  it("that has nothing held against it says so", async () => {
    serve({
      "GET /session": () => json(session()),
      "GET /risk/entity": () => problem(404, { title: "Not found" }),
    });
    open("/entities/of?kind=user&name=eve");
    expect(await screen.findByText("Nothing is held against it")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("whose alerts are forgotten says so", async () => {
    serve({
      "GET /session": () => json(session()),
      "GET /risk/entity": () => json(detail({ kind: "user", name: "eve", contributions: [] })),
    });
    open("/entities/of?kind=user&name=eve");
    expect(await screen.findByText(/no longer told which they were/)).toBeTruthy();
  });

  it("is led to from the alerts that are about it", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /alerts/a1": () => json(alert()),
      "GET /risk/entity": () => json(detail({ kind: "address", name: "10.0.0.5" })),
    });
    open("/alerts/a1");
    await user.click(await screen.findByRole("link", { name: "Risk of 10.0.0.5" }));
    expect(await screen.findByRole("heading", { name: "10.0.0.5" })).toBeTruthy();
    expect(asked.find(({ path }) => path === "/risk/entity")?.query.toString()).toBe("kind=address&name=10.0.0.5");
  });
});
