import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Incident } from "../api/types";
import { navigate } from "../router/router";
import { alert, json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const ANNA = { id: "u1", username: "anna", displayName: "Anna Berg" };
const BOB = { id: "u2", username: "bob", displayName: "Bob" };
const ANALYST = session({ permissions: ["alerts:read", "alerts:write", "incidents:read", "incidents:write", "users:read"] });

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function incident(change: Partial<Incident> = {}): Incident {
  return {
    id: "i1",
    title: "Intrusion",
    severity: "high",
    status: "open",
    people: { createdBy: ANNA, owner: ANNA, assignee: null, closedBy: null },
    createdAt: "2026-11-24T09:00:00Z",
    updatedAt: "2026-11-24T09:00:00Z",
    closedAt: null,
    itemCount: 1,
    revision: 1,
    description: "",
    items: [{ id: "5", kind: "alert", key: "a1", label: "Executable downloaded", addedBy: ANNA, addedAt: "2026-11-24T09:00:00Z" }],
    history: [{ change: "created", from: null, to: null, subject: null, item: null, comment: null, user: ANNA, at: "2026-11-24T09:00:00Z" }],
    ...change,
  };
}

describe("incidents", () => {
  it("are made of an alert", async () => {
    const { asked } = serve({
      "GET /session": () => json(ANALYST),
      "GET /alerts/a1": () => json(alert()),
      "POST /incidents": () => json(incident(), { status: 201 }),
      "GET /incidents/i1": () => json(incident()),
    });
    open("/alerts/a1");
    await user.click(await screen.findByRole("button", { name: "Create incident" }));
    const title = screen.getByLabelText("Title");
    await user.clear(title);
    await user.type(title, "Intrusion");
    await user.click(screen.getByRole("button", { name: "Create", hidden: true }));
    expect(await screen.findByRole("heading", { name: "Intrusion" })).toBeTruthy();
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ title: "Intrusion", description: "", severity: "high", alerts: ["a1"] });
    const items = within(screen.getByRole("table", { name: "Items" }));
    expect(items.getByRole("link", { name: "Executable downloaded" }).getAttribute("href")).toBe("/alerts/a1");
  });

  it("are listed by status", async () => {
    const { asked } = serve({
      "GET /session": () => json(ANALYST),
      "GET /incidents": () => json({ items: [incident({ status: "in_progress" })], nextCursor: null }),
    });
    open("/incidents?status=in_progress,odd&alert=a1");
    const table = within(await screen.findByRole("table", { name: "Incidents" }));
    expect(table.getByText("In progress")).toBeTruthy();
    expect(table.getByText("nobody")).toBeTruthy();
    const first = asked.find(({ path }) => path === "/incidents");
    expect([first?.query.get("status"), first?.query.get("alert")]).toEqual(["in_progress", "a1"]);
  });

  it("are moved with a comment and the tag that was seen", async () => {
    const moved = incident({ status: "in_progress", revision: 2, history: [{ change: "status", from: "open", to: "in_progress", subject: null, item: null, comment: "Mine", user: ANNA, at: "2026-11-24T10:00:00Z" }] });
    const { asked } = serve({
      "GET /session": () => json(ANALYST),
      "GET /incidents/i1": () => json(incident(), { headers: { ETag: '"1"' } }),
      "PATCH /incidents/i1": () => json(moved, { headers: { ETag: '"2"' } }),
    });
    open("/incidents/i1");
    await user.type(await screen.findByLabelText("Comment"), "Mine");
    await user.click(screen.getByRole("button", { name: "Start work" }));
    expect(await screen.findByText("The incident is now in progress.")).toBeTruthy();
    const call = asked.find(({ method }) => method === "PATCH");
    expect(call?.headers.get("If-Match")).toBe('"1"');
    expect(call?.body).toEqual({ status: "in_progress", comment: "Mine" });
    expect(screen.queryByRole("button", { name: "Start work" })).toBeNull();
    expect(screen.getByRole("button", { name: "Close" })).toBeTruthy();
  });

  it("are shown anew when the move is not possible any more", async () => {
    let now = incident();
    serve({
      "GET /session": () => json(ANALYST),
      "GET /users": () => json({ items: [ANNA], nextCursor: null }),
      "GET /incidents/i1": () => json(now),
      "PATCH /incidents/i1": () => {
        now = incident({ status: "closed", revision: 2 });
        return problem(409, { title: "Not possible as it stands", detail: "An incident that is CLOSED cannot become ON_HOLD." });
      },
    });
    open("/incidents/i1");
    await user.click(await screen.findByRole("button", { name: "Put on hold" }));
    expect((await screen.findByRole("alert")).textContent).toContain("cannot become ON_HOLD");
    expect(await screen.findByRole("button", { name: "Take up again" })).toBeTruthy();
  });

  it("are renamed", async () => {
    const { asked } = serve({
      "GET /session": () => json(ANALYST),
      "GET /incidents/i1": () => json(incident()),
      "PATCH /incidents/i1": () => json(incident({ title: "Break-in", revision: 2 })),
    });
    open("/incidents/i1");
    await user.click(await screen.findByRole("button", { name: "Rename" }));
    const title = screen.getByLabelText("Title");
    await user.clear(title);
    await user.type(title, "Break-in{Enter}");
    expect(await screen.findByRole("heading", { name: "Break-in" })).toBeTruthy();
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ title: "Break-in" });
  });
});

describe("people", () => {
  it("are given an alert by those who may", async () => {
    const given = alert({ people: { owner: BOB, assignee: null }, history: [{ change: "owner", subject: BOB, from: "open", to: "open", comment: null, user: "anna", at: "2026-11-24T10:00:00Z" }] });
    const { asked } = serve({
      "GET /session": () => json(ANALYST),
      "GET /users": () => json({ items: [ANNA, BOB], nextCursor: null }),
      "GET /alerts/a1": () => json(alert({ people: { owner: null, assignee: null } }), { headers: { ETag: '"1"' } }),
      "PATCH /alerts/a1": () => json(given, { headers: { ETag: '"2"' } }),
    });
    open("/alerts/a1");
    await screen.findAllByRole("option", { name: "Bob (bob)" });
    await user.selectOptions(screen.getByLabelText("Owner"), "u2");
    expect((await screen.findByRole("list", { name: "History" })).textContent).toContain("owner is now Bob");
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ owner: "u2" });
    expect((screen.getByLabelText("Owner") as HTMLSelectElement).value).toBe("u2");
  });

  it("are only named to those who may not give", async () => {
    serve({
      "GET /session": () => json(session({ permissions: ["alerts:read"] })),
      "GET /alerts/a1": () => json(alert({ people: { owner: BOB, assignee: null } })),
    });
    open("/alerts/a1");
    expect(await screen.findByText("Bob")).toBeTruthy();
    expect(screen.queryByLabelText("Owner")).toBeNull();
    expect(screen.queryByRole("button", { name: "Create incident" })).toBeNull();
  });
});

describe("notifications", () => {
  const told = (change: object = {}) => ({
    id: "7",
    title: "Bob assigned an alert to you: Executable downloaded",
    alertId: "a1",
    incidentId: null,
    correlationId: "exchange-1",
    createdAt: "2026-11-24T09:00:00Z",
    readAt: null,
    ...change,
  });

  it("are counted in the frame and read one by one and all at once", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /notifications/unread": () => json({ unread: 3 }),
      "GET /notifications": () => json({ items: [told({ id: "9", alertId: null, incidentId: "i1", title: "Bob closed an incident of yours: Intrusion" }), told()], nextCursor: null, unread: 3 }),
      "POST /notifications/7/read": () => json({ unread: 2 }),
      "POST /notifications/read": () => json({ unread: 0 }),
    });
    open("/notifications");
    expect(await screen.findByRole("link", { name: "Notifications, 3 unread" })).toBeTruthy();
    await user.click(await screen.findByRole("button", { name: /^Mark as read: Bob assigned/ }));
    expect(await screen.findByRole("link", { name: "Notifications, 2 unread" })).toBeTruthy();
    expect(screen.getAllByText("Read")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Mark all as read" }));
    expect(await screen.findByRole("link", { name: "Notifications" })).toBeTruthy();
    expect(asked.find(({ path }) => path === "/notifications/read")?.body).toEqual({ upTo: "9" });
    expect(screen.getAllByText("Read")).toHaveLength(2);
  });

  it("lead to what they are about, which is read thereby", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /notifications/unread": () => json({ unread: 1 }),
      "GET /notifications": () => json({ items: [told()], nextCursor: null, unread: 1 }),
      "POST /notifications/7/read": () => json({ unread: 0 }),
      "GET /alerts/a1": () => json(alert({ correlationId: "exchange-9" })),
    });
    open("/notifications");
    await user.click(await screen.findByRole("link", { name: /^Bob assigned/ }));
    expect(await screen.findByText("exchange-9")).toBeTruthy();
    expect(asked.some(({ method, path }) => method === "POST" && path === "/notifications/7/read")).toBe(true);
    expect(await screen.findByRole("link", { name: "Notifications" })).toBeTruthy();
  });

  it("are counted again while somebody is there, and no longer", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    try {
      let unread = 0;
      const { asked } = serve({
        "GET /session": () => json(session()),
        "GET /notifications/unread": () => json({ unread: unread++ }),
        "GET /alerts": () => json({ items: [], nextCursor: null }),
      });
      const counts = () => asked.filter(({ path }) => path === "/notifications/unread").length;
      open("/alerts");
      await screen.findByRole("link", { name: "Notifications" });
      await act(() => vi.advanceTimersByTimeAsync(31_000));
      expect(await screen.findByRole("link", { name: "Notifications, 1 unread" })).toBeTruthy();
      await act(() => vi.advanceTimersByTimeAsync(600_000));
      const left = counts();
      expect(left).toBeLessThanOrEqual(11);
      await act(() => vi.advanceTimersByTimeAsync(120_000));
      expect(counts()).toBe(left);
      window.dispatchEvent(new Event("keydown"));
      await act(() => vi.advanceTimersByTimeAsync(31_000));
      expect(counts()).toBe(left + 1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("can be narrowed to those that are unread", async () => {
    const { asked } = serve({
      "GET /session": () => json(session()),
      "GET /notifications/unread": () => json({ unread: 0 }),
      "GET /notifications": () => json({ items: [], nextCursor: null, unread: 0 }),
    });
    open("/notifications");
    expect(await screen.findByText("No notifications yet")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Unread only" }));
    expect(await screen.findByText("Nothing unread")).toBeTruthy();
    expect(asked.filter(({ path }) => path === "/notifications").map(({ query }) => query.get("unread"))).toEqual([null, "true"]);
  });
});
