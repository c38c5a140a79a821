import { describe, expect, it } from "vitest";
import { setupTokenIn, takeSetupToken } from "../app/setupToken";
import { alert, summary } from "../test/server";
import { niceTop } from "../ui/Chart";
import { alertFilterOf, fits, withAlert, withStatus } from "./alertFilters";
import { eventFilterOf, eventQueryOf, fieldFilterOf, withFilter, withoutFilter } from "./eventFilters";
import { pivotPath, pivotsOf } from "./pivots";
import { setupErrors } from "./setupRules";

const query = (text: string) => new URLSearchParams(text);

describe("alert filter", () => {
  it("comes from the address, without words that it does not know", () => {
    expect(alertFilterOf(query("status=open,gone&severity=high,critical&rule=r1&q=%20exe%20"))).toEqual({
      status: ["open"],
      severity: ["critical", "high"],
      rule: "r1",
      q: "exe",
    });
  });

  it("decides on live alerts, but for the text search, which is the server's", () => {
    expect(fits(summary(), alertFilterOf(query("")))).toBe(true);
    expect(fits(summary(), alertFilterOf(query("severity=low")))).toBe(false);
    expect(fits(summary(), alertFilterOf(query("status=closed")))).toBe(false);
    expect(fits(summary(), alertFilterOf(query("rule=other")))).toBe(false);
    expect(fits(summary(), alertFilterOf(query("rule=r1&q=x")))).toBe("ask");
  });

  it("puts a live alert in its place, once, and never an older state over a newer", () => {
    const list = [summary({ id: "b", raisedAt: "2026-11-24T10:00:00Z" }), summary({ id: "a", raisedAt: "2026-11-24T08:00:00Z", revision: 3 })];
    const ids = (alerts: { id: string }[]) => alerts.map(({ id }) => id);
    expect(ids(withAlert(list, summary({ id: "c", raisedAt: "2026-11-24T09:00:00Z" })))).toEqual(["b", "c", "a"]);
    expect(ids(withAlert(list, summary({ id: "d", raisedAt: "2026-11-24T11:00:00Z" })))).toEqual(["d", "b", "a"]);
    expect(ids(withAlert(list, summary({ id: "z", raisedAt: "2026-11-24T10:00:00Z" })))).toEqual(["z", "b", "a"]);
    expect(withAlert(list, summary({ id: "a", raisedAt: "2026-11-24T08:00:00Z", revision: 2 }))).toEqual(list);
    expect(withStatus(list, "a", "closed", 4)[1]).toMatchObject({ status: "closed", revision: 4 });
    expect(withStatus(list, "a", "closed", 3)[1]).toMatchObject({ status: "open", revision: 3 });
  });
});

describe("event filter", () => {
  it("is the last day unless the address says otherwise", () => {
    expect(eventFilterOf(query("")).range).toBe("24h");
    expect(eventFilterOf(query("range=7d")).range).toBe("7d");
    expect(eventFilterOf(query("range=99y")).range).toBe("24h");
    expect(eventFilterOf(query("range=7d&from=2026-11-24T00:00:00Z"))).toMatchObject({ range: "custom", from: "2026-11-24T00:00:00.000Z" });
    expect(eventFilterOf(query("from=garbage")).range).toBe("24h");
  });

  it("asks the server for the time that it means", () => {
    const now = Date.parse("2026-11-24T12:00:00Z");
    expect(eventQueryOf(eventFilterOf(query("range=1h&q=exe&filter=source.ip:fe80::1")), now)).toEqual({ from: "2026-11-24T11:00:00.000Z", q: "exe", filter: ["source.ip:fe80::1"] });
    expect(eventQueryOf(eventFilterOf(query("range=all")), now)).toEqual({ q: "", filter: [] });
  });

  it("cuts field and value at the first colon", () => {
    expect(fieldFilterOf("source.ip:fe80::1")).toEqual({ field: "source.ip", value: "fe80::1" });
    for (const bad of ["", "source.ip", ":x", "source.ip:"]) expect(fieldFilterOf(bad)).toBeNull();
  });

  it("adds a filter once and takes it away", () => {
    const address = query("q=x&filter=a:1");
    withFilter(address, { field: "b", value: "2:3" });
    withFilter(address, { field: "a", value: "1" });
    expect(address.getAll("filter")).toEqual(["a:1", "b:2:3"]);
    withoutFilter(address, { field: "a", value: "1" });
    expect(address.toString()).toBe("q=x&filter=b%3A2%3A3");
  });
});

describe("pivots", () => {
  it("search the fields of the evidence that hold the entity", () => {
    const found = pivotsOf(alert({ entities: { hosts: ["ws-1"], users: [], addresses: ["10.0.0.5"] } }));
    expect(found).toEqual([
      { kind: "host", value: "ws-1", fields: [] },
      { kind: "address", value: "10.0.0.5", fields: ["source.ip"] },
    ]);
  });

  it("look an hour around the event", () => {
    const address = new URL(pivotPath({ eventTime: "2026-11-24T09:00:00Z" }, "source.ip", "10.0.0.5"), "http://console.test");
    expect(Object.fromEntries(address.searchParams)).toEqual({ from: "2026-11-24T08:00:00.000Z", to: "2026-11-24T10:00:00.000Z", filter: "source.ip:10.0.0.5" });
    expect(pivotPath({ eventTime: "never" }, null, 'a"b')).toBe("/events?range=all&q=%22ab%22");
  });
});

describe("first administrator", () => {
  it("takes the token out of the address", () => {
    window.history.replaceState(null, "", "/setup#token=a%2Bb");
    expect(takeSetupToken(window.location, window.history)).toBe("a+b");
    expect(window.location.href).not.toContain("token");
    expect(setupTokenIn("http://localhost:9080/setup#token=abc ")).toBe("abc");
    expect(setupTokenIn("abc-DEF_123")).toBe("abc-DEF_123");
    expect(setupTokenIn("http://localhost:9080/setup")).toBeNull();
  });

  it("checks the form as the server will", () => {
    const good = { username: "anna", displayName: "", password: "correct horse battery", repeated: "correct horse battery" };
    expect(setupErrors(good)).toEqual({});
    expect(Object.keys(setupErrors({ ...good, username: "An" }))).toEqual(["username"]);
    expect(Object.keys(setupErrors({ ...good, password: "short" }))).toEqual(["password", "repeated"]);
    expect(setupErrors({ ...good, password: "x-ANNA-is-the-best", repeated: "x-ANNA-is-the-best" }).password).toContain("username");
  });
});

describe("chart", () => {
  it("has an axis that holds its highest bar", () => {
    expect([0, 1, 2, 3, 11, 999, 11_031].map(niceTop)).toEqual([2, 2, 2, 3, 12, 1000, 12_000]);
  });
});
