import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Indicator, IndicatorImport, Permission } from "../api/types";
import { navigate } from "../router/router";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function may(...permissions: Permission[]) {
  return () => json(session({ permissions: ["alerts:read", ...permissions] }));
}

function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: "1",
    kind: "domain",
    value: "bad.example",
    feed: "cti",
    source: "CERT",
    externalId: "indicator--1",
    confidence: 80,
    validFrom: null,
    validUntil: null,
    name: "Loader",
    tlp: "amber_strict",
    withdrawnAt: null,
    alerts: 2,
    lastSeenAt: "2026-11-24T09:00:00Z",
    ...change,
  };
}

function imported(change: Partial<IndicatorImport> = {}): IndicatorImport {
  return { feed: "cti", format: "csv", added: 2, changed: 0, unchanged: 1, withdrawn: 0, refused: 1, refusals: [], complete: true, ended: null, replaced: false, ...change };
}

describe("indicators", () => {
  it("show who says so, how long, and where they were seen", async () => {
    serve({
      "GET /session": may("indicators:read"),
      "GET /indicators": () =>
        json({ items: [indicator(), indicator({ id: "2", value: "old.example", alerts: 0, lastSeenAt: null, tlp: null, withdrawnAt: "2026-11-20T09:00:00Z" })], nextCursor: null }),
    });
    open("/indicators");
    const rows = within(await screen.findByRole("table", { name: "Indicators" })).getAllByRole("row");
    expect(rows[1]?.textContent).toMatch(/^domainbad\.exampleLoadercti.*CERTAMBER\+STRICT80No end2/);
    expect(rows[2]?.textContent).toContain("Withdrawn");
    expect(within(rows[1] as HTMLElement).getByRole("link", { name: "2" }).getAttribute("href")).toBe("/alerts?q=bad.example");
    expect(screen.queryByRole("form", { name: "Import indicators" })).toBeNull();
  });

  it("are narrowed by kind, feed and whether they are in force", async () => {
    const { asked } = serve({
      "GET /session": may("indicators:read"),
      "GET /indicators": () => json({ items: [], nextCursor: null }),
    });
    open("/indicators?feed=cti");
    expect(await screen.findByText("Nothing fits this filter")).toBeTruthy();
    await user.selectOptions(screen.getByRole("combobox", { name: "Kind" }), "url");
    await user.click(screen.getByRole("checkbox", { name: "In force now" }));
    const last = asked.filter(({ path }) => path === "/indicators").at(-1);
    expect([last?.query.get("feed"), last?.query.get("kind"), last?.query.get("inForce")]).toEqual(["cti", "url", "true"]);
  });

  it("are taken in from a file, and what was refused is told with its reason", async () => {
    const { asked } = serve({
      "GET /session": may("indicators:read", "indicators:write"),
      "GET /indicators": () => json({ items: [], nextCursor: null }),
      "POST /indicators/import": () =>
        json(imported({ refusals: [{ reason: "bad_value", position: "line 3", id: "", message: "'odd' is not a domain; use one" }] })),
    });
    open("/indicators");
    await user.upload(await screen.findByLabelText("File"), new File(["value\nbad.example\n"], "feed.csv"));
    await user.type(screen.getByRole("textbox", { name: "Name of the feed" }), "cti");
    await user.click(screen.getByRole("checkbox", { name: "Whole feed: withdraw the rest" }));
    await user.click(screen.getByRole("button", { name: "Import" }));
    expect(await screen.findByText(/2 added, 0 changed, 1 unchanged, 0 withdrawn, 1 refused/)).toBeTruthy();
    expect(screen.getByText("'odd' is not a domain; use one")).toBeTruthy();
    const call = asked.find(({ path }) => path === "/indicators/import");
    expect(call?.query.toString()).toBe("feed=cti&format=csv&replace=true");
    expect(call?.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(asked.filter(({ path }) => path === "/indicators").length).toBeGreaterThan(1);
  });

  it("that cannot be taken in say why", async () => {
    serve({
      "GET /session": may("indicators:read", "indicators:write"),
      "GET /indicators": () => json({ items: [], nextCursor: null }),
      "POST /indicators/import": () => problem(413, { title: "Too large" }),
    });
    open("/indicators");
    await user.upload(await screen.findByLabelText("File"), new File(["bad.example\n"], "feed.txt"));
    await user.type(screen.getByRole("textbox", { name: "Name of the feed" }), "cti");
    await user.click(screen.getByRole("button", { name: "Import" }));
    expect(await screen.findByText("Too large")).toBeTruthy();
  });
});
