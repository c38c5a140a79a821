import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { navigate } from "../router/router";
import { alert, json, problem, serve, session, stream, summary } from "../test/server";
import { App } from "./App";

const page = (items: unknown[], nextCursor: string | null = null) => json({ items, nextCursor });
const user = userEvent.setup({ delay: null });

function open(path: string, setupToken: string | null = null) {
  navigate(path, "replace");
  return render(<App setupToken={setupToken} />);
}

describe("entrance", () => {
  it("leads to sign-in and back to where one wanted to go", async () => {
    serve({
      "GET /session": () => problem(401, {}),
      "GET /setup": () => json({ needed: false }),
      "POST /session": () => json(session()),
      "GET /alerts": () => page([summary()]),
    });
    open("/alerts?severity=high");
    await user.type(await screen.findByLabelText("Username"), "anna");
    await user.type(screen.getByLabelText("Password"), "correct horse battery");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("link", { name: "Executable downloaded" })).toBeTruthy();
    expect(window.location.pathname + window.location.search).toBe("/alerts?severity=high");
  });

  it("shows why a sign-in failed", async () => {
    serve({
      "GET /session": () => problem(401, {}),
      "GET /setup": () => json({ needed: false }),
      "POST /session": () => problem(429, { title: "Too many failed attempts", correlationId: "c-9" }, { "Retry-After": "840" }),
    });
    open("/");
    await user.type(await screen.findByLabelText("Username"), "anna");
    await user.type(screen.getByLabelText("Password"), "x{Enter}");
    const note = await screen.findByRole("alert");
    expect(note.textContent).toContain("Too many failed attempts");
    expect(note.textContent).toContain("840 s");
    expect(note.textContent).toContain("c-9");
  });

  it("sets up the first administrator with the token of the link", async () => {
    const { asked } = serve({
      "GET /session": () => problem(401, {}),
      "GET /setup": () => json({ needed: true }),
      "POST /setup": () => json(session(), { status: 201 }),
    });
    open("/setup", "one-time");
    await user.type(await screen.findByLabelText("Username"), "anna");
    await user.type(screen.getByLabelText("Password"), "correct horse battery");
    await user.type(screen.getByLabelText("Repeat password"), "correct horse battery");
    await user.click(screen.getByRole("button", { name: "Create administrator" }));
    expect(await screen.findByRole("heading", { name: "Overview" })).toBeTruthy();
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ token: "one-time", username: "anna", displayName: "anna", password: "correct horse battery" });
  });

  it("goes to sign-in when the session ends at any call", async () => {
    let signedIn = true;
    serve({
      "GET /session": () => json(session()),
      "GET /alerts": () => (signedIn ? page([]) : problem(401, {})),
    });
    open("/alerts");
    expect(await screen.findByText("No alerts yet")).toBeTruthy();
    signedIn = false;
    act(() => navigate("/alerts?severity=low"));
    expect(await screen.findByText(/Your session has ended/)).toBeTruthy();
    expect(window.location.search).toContain(encodeURIComponent("/alerts?severity=low"));
  });
});

describe("session's time", () => {
  it("ends on time, without waiting for a call", async () => {
    let asked = 0;
    serve({
      "GET /session": () => (asked++ === 0 ? json(session({ expiresAt: new Date(Date.now() + 50).toISOString() })) : problem(401, {})),
      "GET /alerts": () => page([]),
    });
    open("/alerts");
    expect(await screen.findByText(/Your session has ended/)).toBeTruthy();
  });

  it("goes on when the server says so, whatever this clock says", async () => {
    let asked = 0;
    serve({ "GET /session": () => json(session({ expiresAt: asked++ === 0 ? "2020-01-01T00:00:00Z" : "2099-01-01T00:00:00Z" })), "GET /alerts": () => page([]) });
    open("/alerts");
    expect(await screen.findByText("No alerts yet")).toBeTruthy();
    await waitFor(() => expect(asked).toBe(2));
    expect(screen.getByText("No alerts yet")).toBeTruthy();
  });
});

describe("permissions", () => {
  it("hide what the user may not see or do", async () => {
    serve({
      "GET /session": () => json(session({ permissions: ["alerts:read"] })),
      "GET /alerts/a1": () => json(alert()),
    });
    open("/alerts/a1");
    await screen.findByRole("heading", { name: "Executable downloaded" });
    const nav = within(screen.getByRole("navigation", { name: "Main" }));
    expect(nav.getAllByRole("link").map((link) => link.textContent)).toEqual(["Overview", "Alerts", "Entities"]);
    expect(screen.queryByRole("button", { name: "Acknowledge" })).toBeNull();
    expect(screen.queryByRole("link", { name: /in events/ })).toBeNull();
  });

  it("are named on a page that needs one more", async () => {
    const { asked } = serve({ "GET /session": () => json(session({ permissions: ["alerts:read"] })) });
    open("/sensors");
    expect(await screen.findByText("You may not see this page")).toBeTruthy();
    expect(screen.getByText("sensors:manage")).toBeTruthy();
    expect(asked.some(({ path }) => path === "/sensors")).toBe(false);
  });
});

describe("alert list", () => {
  it("puts a live alert on top, and shows a status change", async () => {
    const live = stream();
    serve({ "GET /session": () => json(session()), "GET /alerts": () => page([summary()]), "GET /alerts/stream": () => live.response });
    open("/alerts");
    await screen.findByRole("link", { name: "Executable downloaded" });
    expect(await screen.findByRole("status", { name: "Alert stream: Live" })).toBeTruthy();
    act(() => live.write(`event: alert\ndata: ${JSON.stringify(summary({ id: "a2", title: "Beacon", severity: "critical", raisedAt: "2026-11-24T10:00:00Z" }))}\n\n`));
    await screen.findByRole("link", { name: "Beacon" });
    const rows = within(screen.getByRole("table", { name: "Alerts" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/Critical.*Beacon.*New/);
    act(() => live.write('event: status\ndata: {"id":"a1","status":"closed","revision":2}\n\n'));
    await waitFor(() => expect(rows[2]?.textContent ?? "").toContain("Closed"));
  });

  it("holds live alerts back while it is paused", async () => {
    const live = stream();
    serve({ "GET /session": () => json(session()), "GET /alerts": () => page([summary()]), "GET /alerts/stream": () => live.response });
    open("/alerts");
    await screen.findByRole("link", { name: "Executable downloaded" });
    await user.click(screen.getByRole("button", { name: "Pause" }));
    act(() => live.write(`event: alert\ndata: ${JSON.stringify(summary({ id: "a2", title: "Beacon" }))}\n\n`));
    const resume = await screen.findByRole("button", { name: "Resume (1 new)" });
    expect(screen.queryByRole("link", { name: "Beacon" })).toBeNull();
    await user.click(resume);
    expect(await screen.findByRole("link", { name: "Beacon" })).toBeTruthy();
  });

  it("keeps its filter in the address, pages on, and moves by j and k", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /alerts": ({ query }) => (query.get("cursor") === null ? page([summary()], "next") : page([summary({ id: "a2", title: "Second page" })])),
    });
    open("/alerts");
    await user.click(await screen.findByRole("checkbox", { name: "High" }));
    expect(window.location.search).toBe("?severity=high");
    await waitFor(() => expect(asked.some(({ path, query }) => path === "/alerts" && query.get("severity") === "high")).toBe(true));
    await user.click(await screen.findByRole("button", { name: "Load more alerts" }));
    const second = await screen.findByRole("link", { name: "Second page" });
    await user.keyboard("jj");
    expect(document.activeElement).toBe(second);
    await user.keyboard("k/");
    expect(document.activeElement).toBe(screen.getByRole("searchbox", { name: "Search alerts" }));
  });
});

describe("alert page", () => {
  it("says why, shows the rule, names hidden characters, and links only to http", async () => {
    serve({ "GET /session": () => json(session()), "GET /alerts/a1": () => json(alert()) });
    open("/alerts/a1");
    const matched = await screen.findByRole("table", { name: "Matched items" });
    expect(matched.textContent).toMatch(/download.*http\.url.*endswith.*\.exe.*\/setup\.exe/);
    expect(screen.getByTitle("U+202E right-to-left override")).toBeTruthy();
    expect(screen.getByRole("region", { name: "Rule source" }).textContent).toContain("title: Executable downloaded");
    expect(screen.getByRole("region", { name: "Original line" }).textContent).toContain('{"event_type":"http"}');
    const reference = screen.getByRole("link", { name: "https://example.test/why" });
    expect(reference.getAttribute("rel")).toBe("noopener noreferrer");
    expect(screen.queryByRole("link", { name: /javascript/ })).toBeNull();
    expect(screen.getByRole("link", { name: "source.ip in events" }).getAttribute("href")).toContain("filter=source.ip%3A10.0.0.5");
  });

  it("changes the status with the tag of what is shown", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /alerts/a1": () => json(alert({ revision: 4 }), { headers: { ETag: '"4"' } }),
      "PATCH /alerts/a1": () => json(alert({ status: "acknowledged", revision: 5 }), { headers: { ETag: '"5"' } }),
    });
    open("/alerts/a1");
    await user.type(await screen.findByLabelText("Comment"), "looking");
    await user.click(screen.getByRole("button", { name: "Acknowledge" }));
    expect(await screen.findByText("The alert is now acknowledged.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Reopen" })).toBeTruthy();
    const patch = asked.find(({ method }) => method === "PATCH");
    expect(patch?.headers.get("If-Match")).toBe('"4"');
    expect(patch?.body).toEqual({ status: "acknowledged", comment: "looking" });
  });

  it("shows what the alert became when somebody else was first, and lets the user decide again", async () => {
    let revision = 1;
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /alerts/a1": () => json(alert({ revision, status: revision === 1 ? "open" : "acknowledged" }), { headers: { ETag: `"${revision}"` } }),
      "PATCH /alerts/a1": ({ headers }) => {
        if (headers.get("If-Match") === '"2"') return json(alert({ revision: 3, status: "closed" }));
        revision = 2;
        return problem(412, { title: "Precondition failed" });
      },
    });
    open("/alerts/a1");
    await user.click(await screen.findByRole("button", { name: "Close" }));
    expect(await screen.findByText("Somebody else changed this alert first")).toBeTruthy();
    await screen.findByRole("button", { name: "Reopen" });
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(await screen.findByText("The alert is now closed.")).toBeTruthy();
    expect(screen.queryByText("Somebody else changed this alert first")).toBeNull();
    expect(asked.filter(({ method }) => method === "PATCH").map(({ headers }) => headers.get("If-Match"))).toEqual(['"1"', '"2"']);
  });
});

describe("alert page, further", () => {
  it("shows who changed the alert, also where the rule's text is not kept", async () => {
    const history = [{ from: "open", to: "closed", comment: "a test of ours", user: "ben", at: "2026-11-24T09:30:00Z" } as const];
    serve({ "GET /session": () => json(session()), "GET /alerts/a1": () => json(alert({ rule: null, status: "closed", history: [...history] })) });
    open("/alerts/a1");
    const list = await screen.findByRole("list", { name: "History" });
    expect(list.textContent).toMatch(/ben.*Open.*Closed.*a test of ours/);
    expect(screen.getByText(/text of this version of the rule is not kept/)).toBeTruthy();
    expect(screen.queryByRole("region", { name: "Rule source" })).toBeNull();
  });

  it("ends alone when it cannot be shown", async () => {
    serve({ "GET /session": () => json(session()), "GET /alerts/a1": () => json({ ...alert(), matchedItems: undefined }) });
    vi.spyOn(console, "error").mockImplementation(() => {});
    open("/alerts/a1");
    expect((await screen.findByRole("alert")).textContent).toContain("Something went wrong in the console");
    expect(screen.getByRole("navigation", { name: "Main" })).toBeTruthy();
  });
});

describe("event search", () => {
  const event = { id: "e1", time: "2026-11-24T09:00:00Z", source: "suricata", dataset: "suricata.http", summary: "GET /setup.exe", fields: { "source.ip": "10.0.0.5" } };

  it("opens an event and narrows the search by one of its values", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /events": () => json({ items: [event], nextCursor: null, total: 10_000, totalRelation: "gte" }),
      "GET /events/e1": () => json({ ...event, original: "the line" }),
    });
    open("/events?range=all");
    expect(await screen.findByText("More than 10,000 events, 1 shown")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "2026-11-24 09:00:00" }));
    await user.click(await screen.findByRole("button", { name: "Events where source.ip is 10.0.0.5" }));
    expect(screen.getByRole("button", { name: "Remove the filter source.ip:10.0.0.5" })).toBeTruthy();
    await waitFor(() => expect(asked.some(({ path, query }) => path === "/events" && query.getAll("filter").includes("source.ip:10.0.0.5"))).toBe(true));
  });

  it("tells that the search is away, and offers to try again", async () => {
    serve({ "GET /session": () => json(session()), "GET /events": () => problem(503, { title: "The event search is away", detail: "OpenSearch refuses connections.", correlationId: "c-5" }) });
    open("/events");
    const note = await screen.findByRole("alert");
    expect(note.textContent).toMatch(/The event search is away.*OpenSearch refuses connections.*c-5/);
    expect(within(note).getByRole("button", { name: "Try again" })).toBeTruthy();
  });
});

describe("sensors", () => {
  it("show a new token once", async () => {
    serve({
      "GET /session": () => json(session({ permissions: ["sensors:manage"] })),
      "GET /sensors": () => json({ items: [] }),
      "POST /sensors": () => json({ id: "s1", name: "dmz", token: "evs_secret" }, { status: 201 }),
    });
    open("/sensors");
    await user.type(await screen.findByLabelText("Name of the new sensor"), "dmz");
    await user.click(screen.getByRole("button", { name: "Create sensor" }));
    expect((await screen.findByLabelText("Sensor token")).textContent).toBe("evs_secret");
    await user.click(screen.getByRole("button", { name: "I have copied it" }));
    expect(screen.queryByText(/evs_secret/)).toBeNull();
  });
});
