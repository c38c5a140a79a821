import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Permission } from "../api/types";
import type { VexReport } from "../api/vulnerabilities";
import { navigate } from "../router/router";
import { json, problem, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });

function report(change: Partial<VexReport> = {}): VexReport {
  return { document: "urn:d", author: "ACME", statements: 3, assets: 2, moved: {}, unchanged: 0, refused: [], refusedCount: 0, unmatched: [], unmatchedCount: 0, problems: [], next: null, ...change };
}

function open(path: string) {
  navigate(path, "replace");
  return render(<App setupToken={null} />);
}

function may(...permissions: Permission[]) {
  return () => json(session({ permissions: ["vulnerabilities:read", ...permissions] }));
}

describe("giving out VEX", () => {
  it("downloads what the filter of the address means, in the format that is chosen", async () => {
    const made: Blob[] = [];
    const names: string[] = [];
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${made.push(blob)}`, revokeObjectURL: () => {} }));
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const { asked } = serve({ "GET /session": may(), "GET /vulnerabilities/vex": () => json({ "@context": "x" }) });
    open("/vulnerabilities/vex?status=any&risk=critical&q=ssl");
    await user.selectOptions(await screen.findByLabelText("Format"), "CSAF 2.0 VEX");
    await user.click(screen.getByRole("button", { name: "Download" }));
    expect(await screen.findByText(/^eventsec-vex-\d{4}-\d\d-\d\d\.csaf\.json was made\.$/)).toBeTruthy();
    expect(names[0]).toMatch(/\.csaf\.json$/);
    expect(made[0]?.size).toBeGreaterThan(0);
    expect(Object.fromEntries(asked.at(-1)?.query ?? [])).toEqual({ risk: "critical", q: "ssl", format: "csaf" });
    expect(screen.queryByRole("form", { name: "Import VEX" })).toBeNull();
  });

  it("tells why it cannot", async () => {
    serve({ "GET /session": may(), "GET /vulnerabilities/vex": () => problem(422, { title: "Invalid", detail: "There are more than 20000 findings" }) });
    open("/vulnerabilities/vex");
    await user.click(await screen.findByRole("button", { name: "Download" }));
    expect((await screen.findByRole("alert")).textContent).toContain("There are more than 20000 findings");
  });
});

describe("taking in VEX", () => {
  it("goes on until all assets were looked at, and tells what became of it", async () => {
    const { asked } = serve({
      "GET /session": may("vulnerabilities:write"),
      "POST /vulnerabilities/vex": ({ query }) =>
        json(
          query.get("after") === null
            ? report({ moved: { false_positive: 2 }, assets: 1000, unmatched: [{ vulnerabilityId: "CVE-1", status: "fixed", product: "pkg:npm/x" }], unmatchedCount: 1, next: "a-1000" })
            : report({ unchanged: 1, refused: [{ findingId: "9", vulnerabilityId: "CVE-2", to: "open", detail: "Somebody answers for living with it" }], refusedCount: 1, unmatched: [{ vulnerabilityId: "CVE-1", status: "fixed", product: "pkg:npm/x" }], unmatchedCount: 1, problems: ["statement 3 has no product"] }),
        ),
    });
    open("/vulnerabilities/vex");
    await user.upload(await screen.findByLabelText("File"), new File(["<bom/>"], "v.xml"));
    await user.click(screen.getByRole("button", { name: "Apply" }));
    expect(await screen.findByText("Now 2 findings false positive.")).toBeTruthy();
    await waitFor(() => expect(within(screen.getByRole("region", { name: "What became of it" })).getByRole("status").textContent).toContain("1 finding stood so already, 1 could not be moved. 1,002 assets looked at."));
    expect(within(screen.getByRole("table", { name: "Not moved" })).getByRole("link", { name: "CVE-2" }).getAttribute("href")).toBe("/vulnerabilities/findings/9");
    expect(screen.getByRole("table", { name: "Statements about nothing here" }).textContent).toContain("CVE-1fixedpkg:npm/x");
    expect(screen.getByText("statement 3 has no product")).toBeTruthy();
    const posts = asked.filter(({ method }) => method === "POST");
    expect(posts.map(({ query }) => query.get("after"))).toEqual([null, "a-1000"]);
    expect(posts[0]?.headers.get("Content-Type")).toBe("application/xml");
  });

  it("tells that a file is none", async () => {
    serve({ "GET /session": may("vulnerabilities:write"), "POST /vulnerabilities/vex": () => problem(400, { title: "Bad request", detail: "It is no document of VEX." }) });
    open("/vulnerabilities/vex");
    await user.upload(await screen.findByLabelText("File"), new File(["{}"], "v.json"));
    await user.click(screen.getByRole("button", { name: "Apply" }));
    expect((await screen.findByRole("alert")).textContent).toContain("It is no document of VEX.");
  });
});
