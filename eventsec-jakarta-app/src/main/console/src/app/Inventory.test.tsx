import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Permission } from "../api/types";
import { navigate } from "../router/router";
import { asset, component, finding, source } from "../test/findings";
import { alert, json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function may(...permissions: Permission[]) {
  return () => json(session({ permissions: ["inventory:read", ...permissions] }));
}

const rows = (table: string) => within(screen.getByRole("table", { name: table })).getAllByRole("row").slice(1).map(({ textContent }) => textContent);

describe("assets", () => {
  it("tell what is known of them", async () => {
    serve({ "GET /session": may(), "GET /inventory/assets": () => json({ items: [asset(), asset({ id: "a-2", hostname: "db-1", addresses: ["::1", "::2", "::3", "::4"], tags: [], criticality: "low", lastSnapshotAt: null })], nextCursor: null }) });
    open("/inventory");
    await screen.findByRole("table", { name: "Assets" });
    expect(rows("Assets")[0]).toMatch(/^web-1High192\.0\.2\.7dmz2/);
    expect(rows("Assets")[1]).toMatch(/^db-1Low::1::2::3\+1–2never/);
    expect(screen.getByRole("link", { name: "web-1" }).getAttribute("href")).toBe("/inventory/a-1");
  });

  it("are narrowed by name, address and criticality", async () => {
    const { asked } = serve({ "GET /session": may(), "GET /inventory/assets": () => json({ items: [], nextCursor: null }) });
    open("/inventory");
    expect(await screen.findByText("No inventory yet")).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "High" }));
    await user.type(screen.getByRole("searchbox", { name: "Host name begins with" }), "we");
    await user.type(screen.getByRole("textbox", { name: "Address" }), "192.0.2.7{Enter}");
    expect(await screen.findByText("No asset fits this filter")).toBeTruthy();
    expect(Object.fromEntries(asked.filter(({ path }) => path === "/inventory/assets").at(-1)?.query ?? [])).toEqual({ criticality: "high", hostname: "we", address: "192.0.2.7" });
  });

  it("are a step away from an alert's host", async () => {
    serve({ "GET /session": may("alerts:read"), "GET /alerts/a1": () => json(alert({ entities: { hosts: ["web-1"], users: [], addresses: [] } })) });
    open("/alerts/a1");
    expect((await screen.findByRole("link", { name: "web-1 in the inventory" })).getAttribute("href")).toBe("/inventory?hostname=web-1");
  });
});

describe("an asset", () => {
  const bash = (version: string) => component("bash", version);

  it("shows facts, the worst that waits, and its software", async () => {
    const { asked } = serve({
      "GET /session": may("vulnerabilities:read", "vulnerabilities:write"),
      "GET /inventory/assets/a-1": () => json(asset()),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "GET /inventory/assets/a-1/components": ({ query }) => (query.get("cursor") === null ? json({ items: [bash("5.2")], nextCursor: "c1" }) : json({ items: [component("curl", "7.1")], nextCursor: null })),
      "GET /vulnerabilities/findings": () => json({ items: [finding()], nextCursor: null, advisorySources: [source()] }),
    });
    open("/inventory/a-1");
    expect(await screen.findByRole("heading", { level: 1, name: "web-1" })).toBeTruthy();
    expect(screen.getByText("agent-7")).toBeTruthy();
    await screen.findByRole("table", { name: "Findings" });
    expect(screen.queryByRole("checkbox")).toBeNull();
    await user.click(await screen.findByRole("button", { name: "Load more components" }));
    await screen.findByText("7.1");
    expect(rows("Software")[0]).toMatch(/^bash amd645\.2deb debian-12bash 5\.22026-09-01 08:00:00still there$/);
    expect(asked.find(({ path }) => path === "/vulnerabilities/findings")?.query.get("asset")).toBe("a-1");
    expect(screen.getByRole("link", { name: "All findings" }).getAttribute("href")).toBe("/vulnerabilities?asset=a-1&status=any");
  });

  it("says what was on it on a day, and from when on that is known", async () => {
    const { asked } = serve({
      "GET /session": may(),
      "GET /inventory/assets/a-1": () => json(asset()),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "GET /inventory/assets/a-1/components": ({ query }) => json({ items: (query.get("at") ?? "") < "2026-09" ? [] : [bash("5.1")], nextCursor: null }),
    });
    open("/inventory/a-1?at=2026-10-01");
    expect(await screen.findByRole("heading", { name: "Software on 2026-10-01" })).toBeTruthy();
    expect(await screen.findByText("5.1")).toBeTruthy();
    expect(asked.find(({ path }) => path.endsWith("/components"))?.query.get("at")).toBe("2026-10-01T23:59:59.000Z");
    await user.clear(screen.getByLabelText("At the end of"));
    await user.type(screen.getByLabelText("At the end of"), "2026-08-01");
    expect((await screen.findByText(/It was first heard of/)).textContent).toContain("what was on it before is not known");
    await user.click(screen.getByRole("button", { name: "All that is there now" }));
    expect(await screen.findByRole("heading", { name: "Software installed now" })).toBeTruthy();
    expect(window.location.search).toBe("");
    expect(screen.queryByRole("table", { name: "Findings" })).toBeNull();
  });

  it("is searched for a component", async () => {
    const { asked } = serve({
      "GET /session": may(),
      "GET /inventory/assets/a-1": () => json(asset()),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "GET /inventory/assets/a-1/components": ({ query }) => json({ items: query.get("q") === null ? [bash("5.1")] : [], nextCursor: null }),
    });
    open("/inventory/a-1");
    await screen.findByText("5.1");
    await user.type(screen.getByRole("searchbox", { name: "Component" }), "ssl{Enter}");
    expect(await screen.findByText(/No component with that in its name/)).toBeTruthy();
    expect(asked.at(-1)?.query.get("q")).toBe("ssl");
    expect(window.location.search).toBe("?q=ssl");
  });

  it("tells what has changed since a day, page by page and by kind", async () => {
    const change = (kind: string, name: string, before: string[], after: string[]) => ({ kind, ecosystem: "deb", name, arch: "amd64", before, after });
    const { asked } = serve({
      "GET /session": may(),
      "GET /inventory/assets/a-1": () => json(asset()),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "GET /inventory/assets/a-1/changes": ({ query }) => {
        const totals = { before: 2, installed: 1, upgraded: 1, removed: 1 };
        if (query.get("kind") === "removed") return json({ items: [change("removed", "curl", ["7.1"], [])], nextCursor: null, totals });
        return query.get("cursor") === null
          ? json({ items: [change("upgraded", "bash", ["5.1"], ["5.2", "5.3"]), change("removed", "curl", ["7.1"], [])], nextCursor: "c1", totals })
          : json({ items: [change("installed", "zlib", [], ["1.3"])], nextCursor: null, totals: null });
      },
    });
    open("/inventory/a-1?since=2026-10-01");
    await screen.findByRole("table", { name: "What has changed" });
    await user.click(screen.getByRole("button", { name: "Load more changes" }));
    await screen.findByText("zlib");
    expect(rows("What has changed")).toEqual(["bash amd64Other version5.15.2, 5.3deb", "curl amd64Removed7.1–deb", "zlib amd64Installed–1.3deb"]);
    expect(screen.getByRole("heading", { name: "What has changed from 2026-10-01 to now" })).toBeTruthy();
    expect(screen.getByRole("checkbox", { name: "Installed 1" })).toBeTruthy();
    await user.click(screen.getByRole("checkbox", { name: "Removed 1" }));
    await waitFor(() => expect(rows("What has changed")).toEqual(["curl amd64Removed7.1–deb"]));
    expect(asked.find(({ path }) => path.endsWith("/changes"))?.query.get("from")).toBe("2026-10-01T23:59:59.000Z");
    expect(window.location.search).toBe("?since=2026-10-01&kind=removed");
  });

  it("tells what it was taken for before, and what its cloud calls it", async () => {
    serve({
      "GET /session": may(),
      "GET /inventory/assets/a-1": () => json(asset({ cloudId: "aws:i-0abc" })),
      "GET /inventory/assets/a-1/components": () => json({ items: [], nextCursor: null }),
      "GET /inventory/assets/a-1/merges": () => json([
          { asset: "a-9", hostname: "ip-10-0-0-7", agentId: null, cloudId: null, rule: "cloud_id", by: null, at: "2026-11-01T08:00:00Z" },
          { asset: "a-8", hostname: "old", agentId: "agent-1", cloudId: null, rule: "person", by: { id: "u2", username: "bert", displayName: "Bert" }, at: "2026-10-01T08:00:00Z" },
        ]),
    });
    open("/inventory/a-1");
    expect(await screen.findByText("aws:i-0abc")).toBeTruthy();
    expect((await screen.findByRole("list", { name: "Assets that turned out to be this one" })).textContent).toBe(
      "ip-10-0-0-7 by what its cloud calls it, 2026-11-01 08:00:00; was a-9old as Bert said, 2026-10-01 08:00:00; agent agent-1; was a-8",
    );
    expect(screen.queryByRole("button", { name: "Edit" })).toBeNull();
  });

  it("is described by those who may, and read again when somebody was faster", async () => {
    let calls = 0;
    const { asked } = serve({
      "GET /session": may("inventory:write", "users:read"),
      "GET /teams": () => json({ items: [{ id: "t-1", name: "Web shop", members: [], createdAt: "2026-11-01T08:00:00Z" }] }),
      "GET /inventory/assets/a-1": () => json(asset({ revision: 1 + calls })),
      "GET /inventory/assets/a-1/components": () => json({ items: [], nextCursor: null }),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "PATCH /inventory/assets/a-1": () => (calls++ === 0 ? problem(412, { title: "Stale" }) : json(asset({ criticality: "critical", tags: ["dmz", "shop"], description: "Takes orders", ownerTeam: { id: "t-1", name: "Web shop" }, revision: 3 }))),
    });
    open("/inventory/a-1");
    await user.click(await screen.findByRole("button", { name: "Edit" }));
    await user.selectOptions(screen.getByLabelText("Criticality"), "Critical");
    await user.type(screen.getByLabelText("Tags, one a line"), "{Enter}shop{Enter} dmz{Enter}");
    await screen.findByRole("option", { name: "Web shop" });
    await user.selectOptions(screen.getByLabelText("Team that answers for it"), "Web shop");
    await user.type(screen.getByLabelText("What it is for"), "Takes orders ");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Somebody else changed this asset first")).toBeTruthy();
    await waitFor(() => expect(asked.filter(({ method, path }) => method === "GET" && path === "/inventory/assets/a-1")).toHaveLength(2));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("shop")).toBeTruthy();
    const sent = asked.filter(({ method }) => method === "PATCH");
    expect(sent.map(({ headers }) => headers.get("If-Match"))).toEqual(['"1"', '"2"']);
    expect(sent[1]?.body).toEqual({ criticality: "critical", tags: ["dmz", "shop"], description: "Takes orders", ownerTeamId: "t-1" });
    expect(screen.getByText("Web shop")).toBeTruthy();
    expect(screen.getByText("Takes orders")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("is made one with another after what would become of them was shown", async () => {
    const other = asset({ id: "a-2", hostname: "web-1.example", agentId: null, cloudId: "aws:i-2", tags: ["pci"], criticality: "low", components: 7 });
    const after = asset({ cloudId: "aws:i-2", addresses: ["192.0.2.7", "192.0.2.8"], components: 7, revision: 2 });
    let merged = false;
    const { asked } = serve({
      "GET /session": may("inventory:write", "inventory:read"),
      "GET /inventory/assets": () => json({ items: [asset(), other], nextCursor: null }),
      "GET /inventory/assets/a-1": () => json(asset()),
      "GET /inventory/assets/a-1/components": () => json({ items: [], nextCursor: null }),
      "GET /inventory/assets/a-1/merges": () => json(merged ? [{ asset: "a-2", hostname: "web-1.example", agentId: null, cloudId: "aws:i-2", rule: "person", by: { id: "u1", username: "anna", displayName: "Anna Berg" }, at: "2026-11-24T08:00:00Z" }] : []),
      "GET /inventory/assets/a-1/merges/preview": () => json({ asset: asset(), other, after, findings: 3, incidents: 1 }),
      "POST /inventory/assets/a-1/merges": () => {
        merged = true;
        return json(after);
      },
    });
    open("/inventory/a-1");
    await user.click(await screen.findByRole("button", { name: "Merge…" }));
    const choices = within(await screen.findByRole("list", { name: "Assets" }));
    expect(choices.queryByRole("button", { name: /^web-17|agent-7/ })).toBeNull();
    await user.click(choices.getByRole("button", { name: /web-1\.example/ }));
    expect(await screen.findByRole("heading", { name: "Make web-1.example a part of web-1?" })).toBeTruthy();
    await screen.findByRole("table", { name: "What would become of each value" });
    const shown = rows("What would become of each value");
    expect(shown[0]).toBe("Host nameweb-1web-1.exampleweb-1");
    expect(shown[2]).toBe("Cloud–aws:i-2aws:i-2");
    expect(shown[4]).toBe("CriticalityHighLowHigh");
    expect(screen.getByText(/3 findings of the other come along/).textContent).toContain("It cannot be undone.");
    expect(asked.some(({ method }) => method === "POST")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Merge them" }));
    expect(await screen.findByText("web-1.example is a part of it now.")).toBeTruthy();
    const asking = asked.find(({ method }) => method === "POST");
    expect(asking?.body).toEqual({ asset: "a-2" });
    expect(asking?.headers.get("If-Match")).toBe('"1"');
    expect((await screen.findByRole("list", { name: "Assets that turned out to be this one" })).textContent).toContain("web-1.example as Anna Berg said");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("that somebody else changed meanwhile is not made one with another before that was seen", async () => {
    const other = asset({ id: "a-2", hostname: "web-1.example" });
    let revision = 1;
    const { asked } = serve({
      "GET /session": may("inventory:write", "inventory:read"),
      "GET /inventory/assets": () => json({ items: [asset(), other], nextCursor: null }),
      "GET /inventory/assets/a-1": () => json(asset({ revision })),
      "GET /inventory/assets/a-1/components": () => json({ items: [], nextCursor: null }),
      "GET /inventory/assets/a-1/merges": () => json([]),
      "GET /inventory/assets/a-1/merges/preview": () => json({ asset: asset({ revision }), other, after: asset({ revision: revision + 1 }), findings: 3, incidents: 1 }),
      "POST /inventory/assets/a-1/merges": ({ headers }) => {
        if (headers.get("If-Match") === '"2"') return json(asset({ revision: 3 }));
        revision = 2;
        return problem(412, { title: "Precondition failed" });
      },
    });
    open("/inventory/a-1");
    await user.click(await screen.findByRole("button", { name: "Merge…" }));
    await user.click(within(await screen.findByRole("list", { name: "Assets" })).getByRole("button", { name: /web-1\.example/ }));
    await screen.findByRole("table", { name: "What would become of each value" });
    await user.click(screen.getByRole("button", { name: "Merge them" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Somebody else changed this asset first");
    await waitFor(() => expect(asked.filter(({ path }) => path.endsWith("/preview")).length).toBe(2));
    await screen.findByRole("table", { name: "What would become of each value" });
    await user.click(screen.getByRole("button", { name: "Merge them" }));
    expect(await screen.findByText("web-1.example is a part of it now.")).toBeTruthy();
  });

  it("that is not there leads back", async () => {
    serve({ "GET /session": may() });
    open("/inventory/nope");
    expect(await screen.findByText("There is no such asset")).toBeTruthy();
  });
});

describe("teams", () => {
  const team = (members: string[]) => ({ id: "t-1", name: "Web shop", members: members.map((name) => ({ id: `u-${name}`, username: name, displayName: name })), createdAt: "2026-11-01T08:00:00Z" });

  it("are made, and people taken in and out, by those who may", async () => {
    let teams: ReturnType<typeof team>[] = [];
    const { asked } = serve({
      "GET /session": may("users:read", "teams:manage"),
      "GET /users": () => json({ items: [{ id: "u-bert", username: "bert", displayName: "bert" }], nextCursor: null }),
      "GET /teams": () => json({ items: teams }),
      "POST /teams": () => {
        teams = [team([])];
        return json(teams[0], { status: 201 });
      },
      "PUT /teams/t-1/members/u-bert": () => {
        teams = [team(["bert"])];
        return new Response(null, { status: 204 });
      },
      "DELETE /teams/t-1/members/u-bert": () => {
        teams = [team([])];
        return new Response(null, { status: 204 });
      },
    });
    open("/teams");
    await user.type(await screen.findByLabelText("Name of the new team"), "Web shop");
    await user.click(screen.getByRole("button", { name: "Make team" }));
    await screen.findByRole("table", { name: "Teams" });
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ name: "Web shop" });
    await screen.findByRole("option", { name: "bert (bert)" });
    await user.selectOptions(screen.getByLabelText("User to take into Web shop"), "u-bert");
    await user.click(screen.getByRole("button", { name: "Take the chosen user into Web shop" }));
    await user.click(await screen.findByRole("button", { name: "Take bert out of Web shop" }));
    expect(await screen.findByText("nobody")).toBeTruthy();
  });

  it("are only shown to others", async () => {
    serve({ "GET /session": may("users:read"), "GET /teams": () => json({ items: [team(["bert"])] }) });
    open("/teams");
    await screen.findByRole("table", { name: "Teams" });
    expect(rows("Teams")).toEqual(["Web shopbert2026-11-01 08:00:00"]);
    expect(screen.queryByRole("form")).toBeNull();
  });
});
