import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Permission } from "../api/types";
import { navigate } from "../router/router";
import { detail, finding, source } from "../test/findings";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const page = (items: unknown[], sources: unknown[] = [source()], nextCursor: string | null = null) => json({ items, nextCursor, advisorySources: sources });

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function may(...permissions: Permission[]) {
  return () => json(session({ permissions: ["vulnerabilities:read", ...permissions] }));
}

const row = (name: string) => screen.getByRole("link", { name }).closest("tr") as HTMLElement;

describe("findings", () => {
  it("tell what is where, what mends it, how bad it is and that it is overdue", async () => {
    const { asked } = serve({
      "GET /session": may("inventory:read"),
      "GET /vulnerabilities/findings": () => page([finding(), finding({ id: "8", vulnerabilityId: "GHSA-x", risk: "low", status: "fixed", exploited: false, overdue: false, fixedVersion: null, undecided: true, scores: { cvssScore: null, epss: null, kevSince: null } })]),
    });
    open("/vulnerabilities");
    await screen.findByRole("table", { name: "Findings" });
    expect(row("CVE-2026-1234").textContent).toMatch(/^Critical0\.91OverdueCVE-2026-1234 ExploitedHeap overflow in parsingweb-1openssl3\.0\.11-13\.0\.13-19\.834 %Overdue.*days agoOpen$/);
    expect(row("GHSA-x").textContent).toMatch(/^Low.*Undecided.*none known–––Fixed$/);
    expect(within(row("CVE-2026-1234")).getByRole("link", { name: "web-1" }).getAttribute("href")).toBe("/inventory/a-1");
    expect(screen.queryByRole("checkbox", { name: /Select/ })).toBeNull();
    expect(asked.find(({ path }) => path === "/vulnerabilities/findings")?.query.toString()).toBe("status=open%2Cin_review");
  });

  it("are narrowed by what the address says, and the address by what is chosen", async () => {
    const { asked } = serve({ "GET /session": may(), "GET /vulnerabilities/findings": ({ query }) => page(query.get("q") === null ? [finding()] : []) });
    open("/vulnerabilities?asset=a-1&vulnerability=CVE-2026-1234");
    expect((await screen.findByRole("button", { name: "Remove the filter host web-1" })).textContent).toContain("web-1");
    await user.click(screen.getByRole("checkbox", { name: "Critical" }));
    await user.click(screen.getByRole("checkbox", { name: "Exploited" }));
    await user.click(screen.getByRole("checkbox", { name: "Overdue" }));
    await user.click(screen.getByRole("checkbox", { name: "In review" }));
    await user.type(screen.getByRole("searchbox", { name: "Search findings" }), "ssl{Enter}");
    expect(await screen.findByText("No finding fits this filter")).toBeTruthy();
    const last = asked.filter(({ path }) => path === "/vulnerabilities/findings").at(-1);
    expect(Object.fromEntries(last?.query ?? [])).toEqual({ asset: "a-1", vulnerability: "CVE-2026-1234", risk: "critical", exploited: "true", overdue: "true", status: "open", q: "ssl" });
    await user.click(screen.getByRole("checkbox", { name: "Open" }));
    expect(new URLSearchParams(window.location.search).get("status")).toBe("any");
  });

  it("go on at the cursor of the page before", async () => {
    serve({
      "GET /session": may(),
      "GET /vulnerabilities/findings": ({ query }) => (query.get("cursor") === null ? page([finding()], [source()], "c1") : page([finding({ id: "9", vulnerabilityId: "CVE-2026-9" })])),
    });
    open("/vulnerabilities");
    await user.click(await screen.findByRole("button", { name: "Load more findings" }));
    expect(await screen.findByRole("link", { name: "CVE-2026-9" })).toBeTruthy();
    expect(screen.getByText("2 findings shown, worst first")).toBeTruthy();
  });
});

describe("no findings", () => {
  const empty = (sources: unknown[], assets: unknown[] | null) => {
    serve({
      "GET /session": assets === null ? may() : may("inventory:read"),
      "GET /vulnerabilities/findings": () => page([], sources),
      "GET /inventory/assets": () => json({ items: assets, nextCursor: null }),
    });
    open("/vulnerabilities");
  };

  it("say that no advisories are connected", async () => {
    empty([], [{}]);
    expect(await screen.findByText("No advisories are connected")).toBeTruthy();
  });

  it("say that none could be read yet", async () => {
    empty([source({ state: "unreadable", records: 0, newestAt: null })], [{}]);
    expect(await screen.findByText("No advisory could be read yet")).toBeTruthy();
  });

  it("say that there is no inventory", async () => {
    empty([source()], []);
    expect(await screen.findByText("No inventory yet")).toBeTruthy();
  });

  it("say what was compared, and which sources are too old for that", async () => {
    empty([source(), source({ name: "nvd", tooOld: true })], [{}]);
    expect((await screen.findByText("Nothing waits to be dealt with")).parentElement?.textContent).toContain("1 source of advisories was compared with the inventory; 1 more is not of these days.");
    expect(screen.getByRole("status").textContent).toContain("nvd is too old");
  });

  it("do not ask for an inventory that the user may not see", async () => {
    empty([source()], null);
    expect(await screen.findByText("Nothing waits to be dealt with")).toBeTruthy();
  });
});

describe("a finding", () => {
  it("tells what each source says, how the risk came about, and what happened", async () => {
    serve({
      "GET /session": may(),
      "GET /vulnerabilities/findings/7": () =>
        json(
          detail(
            { status: "accepted", reason: "no way in", acceptedUntil: "2027-01-31T23:59:59Z", acceptedBy: { id: "u2", username: "bob", displayName: "Bob" } },
            {
              history: [
                ...detail().history,
                { change: "label", from: "open", to: "open", fromRisk: "high", toRisk: "critical", reason: "", acceptedBy: null, acceptedUntil: null, source: "default 1", user: null, at: "2026-10-03T08:00:00Z" },
                { change: "moved", from: "open", to: "accepted", fromRisk: "critical", toRisk: "critical", reason: "no way in", acceptedBy: { id: "u2", username: "bob", displayName: "Bob" }, acceptedUntil: "2027-01-31T23:59:59Z", source: "", user: { id: "u1", username: "anna", displayName: "Anna" }, at: "2026-10-04T08:00:00Z" },
              ],
            },
          ),
        ),
    });
    open("/vulnerabilities/findings/7");
    await screen.findByRole("heading", { level: 1, name: "CVE-2026-1234: Heap overflow in parsing" });
    const said = screen.getByRole("table", { name: "What each source says" }).textContent;
    expect(said).toMatch(/debianDSA-1 deb\/debian-12\/openssl 3\.0\.11-1before 3\.0\.13-13\.0\.13-1/);
    expect(said).toMatch(/nvdCVE-2026-1234 Undecided/);
    expect(screen.getByText("2 more say so.")).toBeTruthy();
    expect(screen.getByText("known to be exploited since 2026-10-01")).toBeTruthy();
    const happened = within(screen.getByRole("list", { name: "History" })).getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(happened[0]).toContain("found, risk high");
    expect(happened[1]).toMatch(/High → Critical by policy default 1/);
    expect(happened[2]).toMatch(/Anna: Open → AcceptedBob answers for it until 2027-01-31 23:59:59no way in/);
    expect(screen.queryByRole("group", { name: "Change the finding" })).toBeNull();
  });

  it("tells what CISA's tree says, that ransomware uses it, and why it is due when it is", async () => {
    serve({ "GET /session": may(), "GET /vulnerabilities/findings/7": () => json(detail()) });
    open("/vulnerabilities/findings/7");
    expect(await screen.findByText("Ransomware", { selector: ".tag" })).toBeTruthy();
    const fact = (name: string) => screen.getByText(name, { selector: "dt" }).nextElementSibling?.textContent;
    expect(fact("SSVC")).toBe("Act: mend it as soon as possible (exploitation active, can be automated, total impact)");
    expect(fact("Ransomware")).toBe("campaigns of ransomware are known to use it");
    expect(fact("Why then")).toBe("CISA wants it mended by 2026-10-08");
    expect(fact("Host")).toBe("high criticality, not known to be reached from outside");
  });

  it("is due by the policy where CISA says nothing, and says what nobody knows", async () => {
    serve({
      "GET /session": may(),
      "GET /vulnerabilities/findings/7": () =>
        json(detail({ risk: "high", exploited: false }, { facts: { criticality: "low", exposed: true, kev: null, ssvc: null }, due: { by: "policy", kevDue: null, days: 30 } })),
    });
    open("/vulnerabilities/findings/7");
    await screen.findByRole("heading", { level: 1 });
    const fact = (name: string) => screen.queryByText(name, { selector: "dt" })?.nextElementSibling?.textContent;
    expect(fact("Why then")).toBe("30 days for high by the policy");
    expect(fact("SSVC")).toBe("nobody answered");
    expect(fact("Ransomware")).toBeUndefined();
    expect(fact("Host")).toBe("low criticality, can be reached from outside");
  });

  it("is accepted with an owner, a reason and an end", async () => {
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write", "users:read"),
      "GET /users": () => json({ items: [{ id: "u1", username: "anna", displayName: "Anna Berg" }, { id: "u2", username: "bob", displayName: "Bob" }], nextCursor: null }),
      "GET /vulnerabilities/findings/7": () => json(detail(), { headers: { ETag: '"4"' } }),
      "PATCH /vulnerabilities/findings/7": () => json(detail({ status: "accepted", revision: 5 }, { possible: ["open"] }), { headers: { ETag: '"5"' } }),
    });
    open("/vulnerabilities/findings/7");
    await user.click(await screen.findByRole("button", { name: "Accept the risk" }));
    const form = within(screen.getByRole("dialog"));
    const accept = form.getByRole<HTMLButtonElement>("button", { name: "Accept the risk" });
    expect(accept.disabled).toBe(true);
    await user.type(form.getByLabelText("Reason"), "no way in");
    await user.selectOptions(form.getByLabelText("Who answers for it"), await form.findByRole("option", { name: "Bob (bob)" }));
    await user.clear(form.getByLabelText("Accepted until the end of"));
    expect(accept.disabled).toBe(true);
    await user.type(form.getByLabelText("Accepted until the end of"), "2099-01-31");
    await user.click(accept);
    expect(await screen.findByText("The finding is now accepted.")).toBeTruthy();
    const sent = asked.find(({ method }) => method === "PATCH");
    expect(sent?.body).toEqual({ status: "accepted", reason: "no way in", owner: "u2", until: "2099-01-31T23:59:59.000Z" });
    expect(sent?.headers.get("If-Match")).toBe('"4"');
    expect(screen.getByRole("button", { name: "Reopen" })).toBeTruthy();
  });

  it("is no false positive without a reason", async () => {
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /vulnerabilities/findings/7": () => json(detail()),
      "PATCH /vulnerabilities/findings/7": () => json(detail({ status: "false_positive" }, { possible: ["open", "in_review"] })),
    });
    open("/vulnerabilities/findings/7");
    await user.click(await screen.findByRole("button", { name: "False positive" }));
    const form = within(screen.getByRole("dialog"));
    expect(form.getByRole<HTMLButtonElement>("button", { name: "False positive" }).disabled).toBe(true);
    await user.selectOptions(form.getByLabelText("Justification, as VEX calls it"), "component not present");
    await user.type(form.getByLabelText("Reason"), "only the name is there");
    await user.click(form.getByRole("button", { name: "False positive" }));
    await waitFor(() => expect(asked.some(({ method }) => method === "PATCH")).toBe(true));
    expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({ status: "false_positive", reason: "only the name is there", justification: "component_not_present" });
  });

  it.each([
    [412, "Somebody else changed this finding first"],
    [409, "It cannot go there from where it stands"],
  ])("is read again at %i, and the text that was typed stays", async (status, title) => {
    let fixed = false;
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /vulnerabilities/findings/7": () => json(fixed ? detail({ status: "fixed", revision: 5 }, { possible: [] }) : detail()),
      "PATCH /vulnerabilities/findings/7": () => {
        fixed = true;
        return problem(status, { title: "No", detail: "It is gone." });
      },
    });
    open("/vulnerabilities/findings/7");
    await user.click(await screen.findByRole("button", { name: "Mark mitigated" }));
    const form = within(screen.getByRole("dialog"));
    await user.type(form.getByLabelText("Reason"), "firewall");
    await user.click(form.getByRole("button", { name: "Mark mitigated" }));
    expect(await form.findByText(title)).toBeTruthy();
    expect(await form.findByText(/this can no longer be done/)).toBeTruthy();
    expect(form.getByRole<HTMLButtonElement>("button", { name: "Mark mitigated" }).disabled).toBe(true);
    expect(form.getByLabelText<HTMLTextAreaElement>("Reason").value).toBe("firewall");
    expect(asked.filter(({ method, path }) => method === "GET" && path.endsWith("/7"))).toHaveLength(2);
  });

  it("that is not there leads back", async () => {
    serve({ "GET /session": may() });
    open("/vulnerabilities/findings/99");
    expect(await screen.findByText("There is no such finding")).toBeTruthy();
  });
});

describe("moves of several", () => {
  it("tell what became of each, and those that stay remain selected", async () => {
    const three = [finding(), finding({ id: "8", vulnerabilityId: "CVE-2026-8", revision: 1 }), finding({ id: "9", vulnerabilityId: "CVE-2026-9" })];
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write"),
      "GET /vulnerabilities/findings": () => page(three),
      "POST /vulnerabilities/findings/moves": () =>
        json({
          moved: 1,
          results: [
            { id: "7", outcome: "moved", revision: 5, detail: null },
            { id: "8", outcome: "stale", revision: 2, detail: null },
            { id: "9", outcome: "refused", revision: null, detail: "it can become open" },
          ],
        }),
    });
    open("/vulnerabilities");
    await user.click(await screen.findByRole("checkbox", { name: "Select all that are shown" }));
    expect(screen.getByText("3 findings selected")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Move…" }));
    const form = within(screen.getByRole("dialog"));
    await user.selectOptions(form.getByLabelText("What shall become of them"), "Mark mitigated");
    await user.type(form.getByLabelText("Reason"), "firewall");
    await user.click(form.getByRole("button", { name: "Mark mitigated" }));
    const outcomes = await screen.findByRole("table", { name: "What became of each" });
    expect(screen.getByRole("heading", { name: "1 finding moved, 2 not" })).toBeTruthy();
    expect(within(outcomes).getAllByRole("row").slice(1).map(({ textContent }) => textContent)).toEqual([
      "CVE-2026-8 in openssl on web-1Not moved: somebody else changed it first",
      "CVE-2026-9 in openssl on web-1Not moved: it can become open",
      "CVE-2026-1234 in openssl on web-1Moved",
    ]);
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(await screen.findByText("2 findings selected")).toBeTruthy();
    expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
      findings: [{ id: "7", revision: 4 }, { id: "8", revision: 1 }, { id: "9", revision: 4 }],
      to: { status: "mitigated", reason: "firewall" },
    });
    expect(asked.filter(({ path }) => path === "/vulnerabilities/findings")).toHaveLength(2);
  });

  it("take the row that has the focus by a key, and end with another filter", async () => {
    serve({ "GET /session": may("vulnerabilities:write"), "GET /vulnerabilities/findings": () => page([finding(), finding({ id: "8", vulnerabilityId: "CVE-2026-8" })]) });
    open("/vulnerabilities");
    await screen.findByRole("table", { name: "Findings" });
    await user.keyboard("jjx");
    expect(screen.getByText("1 finding selected")).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Select CVE-2026-8 in openssl on web-1" }).checked).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: "Overdue" }));
    await screen.findByRole("table", { name: "Findings" });
    expect(screen.queryByText("1 finding selected")).toBeNull();
  });
});

describe("advisory sources", () => {
  const sources = [
    source({ mirror: { outcome: "unchanged", askedAt: "2026-11-24T08:00:00Z", fetchedAt: "2026-11-24T08:00:00Z", changedAt: null, failures: 0, lastError: "" } }),
    source({ name: "nvd", state: "held_back", reason: "It has 10 records and had 1,200", heldRecords: 10, mirror: { outcome: "failed", askedAt: "2026-11-24T08:00:00Z", fetchedAt: null, changedAt: null, failures: 3, lastError: "404" } }),
    source({ name: "kev", tooOld: true, refused: 2 }),
  ];

  it("tell how old they are and what came of fetching them", async () => {
    serve({ "GET /session": may(), "GET /advisory-sources": () => json({ items: sources }) });
    open("/vulnerabilities/sources");
    const rows = within(await screen.findByRole("table", { name: "Advisory sources" })).getAllByRole("row").map(({ textContent }) => textContent);
    expect(rows[1]).toMatch(/debian● in force.*1,200Nothing new/);
    expect(rows[2]).toMatch(/nvd▲ held backIt has 10 records and had 1,200.*10 held backFailed.*3 times in a row: 404/);
    expect(rows[3]).toMatch(/kev▲ too old.*2 could not be readnot fetched here/);
    expect(screen.queryByRole("button", { name: /Accept/ })).toBeNull();
  });

  it("are accepted as they have become by those who may, after a question", async () => {
    const { asked } = serve({
      "GET /session": may("system:manage"),
      "GET /advisory-sources": () => json({ items: sources }),
      "POST /advisory-sources/nvd/accept": () => new Response(null, { status: 202 }),
    });
    open("/vulnerabilities/sources");
    await user.click(await screen.findByRole("button", { name: "Accept nvd" }));
    expect(screen.getByRole("dialog").textContent).toContain("It has 10 records and had 1,200.");
    expect(asked.some(({ method }) => method === "POST")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Accept" }));
    await waitFor(() => expect(asked.filter(({ path }) => path === "/advisory-sources").length).toBeGreaterThan(1));
  });
});
