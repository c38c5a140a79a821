import { describe, expect, it, vi } from "vitest";
import { alert, json, problem, serve, session } from "../test/server";
import { ApiClient } from "./client";
import { queryString } from "./http";
import { ApiProblem } from "./problem";

async function failureOf(call: Promise<unknown>): Promise<ApiProblem> {
  try {
    await call;
  } catch (failure) {
    if (failure instanceof ApiProblem) return failure;
    throw failure;
  }
  throw new Error("the call should have failed");
}

describe("client", () => {
  it("sends the CSRF token with writes only", async () => {
    const { asked } = serve({ "GET /session": () => json(session()), "POST /sensors": () => json({ id: "s", name: "n", token: "t" }, { status: 201 }) });
    const client = new ApiClient();
    await client.resume();
    await client.system.createSensor("dmz");
    expect(asked.map(({ headers }) => headers.get("X-CSRF-Token"))).toEqual([null, "token-1"]);
    expect(asked[1]?.body).toEqual({ name: "dmz" });
  });

  it("takes the tag of an alert back with the change of it", async () => {
    const { asked } = serve({
      "GET /alerts/a%2F1": () => json(alert(), { headers: { ETag: '"7"' } }),
      "PATCH /alerts/a%2F1": () => json(alert({ status: "closed", revision: 8 })),
    });
    const client = new ApiClient();
    const { etag } = await client.alerts.one("a/1");
    const after = await client.alerts.change("a/1", etag, { status: "closed" });
    expect(asked[1]?.headers.get("If-Match")).toBe('"7"');
    expect(after.etag).toBe('"8"');
  });

  it("tells a problem with its field errors, its correlation id and when to come back", async () => {
    serve({
      "POST /setup": () =>
        problem(422, { title: "The account is refused", detail: "One field is wrong.", correlationId: "c-1", errors: [{ field: "password", rule: "12 characters or more", cure: "Add words." }] }, { "Retry-After": "9" }),
    });
    const found = await failureOf(new ApiClient().setup({ token: "t", username: "u", displayName: "U", password: "p" }));
    expect(found).toMatchObject({ status: 422, title: "The account is refused", detail: "One field is wrong.", correlationId: "c-1", retryAfterSeconds: 9 });
    expect(found.errors[0]?.rule).toBe("12 characters or more");
  });

  it("makes a problem of an answer that is none", async () => {
    serve({ "GET /rules": () => new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } }), "GET /sensors": () => new Response("<html>") });
    expect(await failureOf(new ApiClient().rules.list())).toMatchObject({ status: 502, title: "The server answered 502" });
    expect((await failureOf(new ApiClient().system.sensors())).title).toBe("The server's answer cannot be read");
  });

  it("says that the server cannot be reached when it cannot", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await failureOf(new ApiClient().rules.list())).toMatchObject({ status: 0, title: "The server cannot be reached" });
  });

  it("notices the end of the session at any call", async () => {
    serve({ "GET /session": () => json(session()), "GET /rules": () => problem(401, {}) });
    const onEnd = vi.fn();
    const client = new ApiClient({ onEnd });
    await client.resume();
    await failureOf(client.rules.list());
    expect(onEnd).toHaveBeenCalledExactlyOnceWith("ended");
  });

  it("does not take a wrong password for the end of a session", async () => {
    serve({ "POST /session": () => problem(401, { title: "Wrong username or password" }) });
    const onEnd = vi.fn();
    await failureOf(new ApiClient({ onEnd }).signIn("anna", "wrong"));
    expect(onEnd).not.toHaveBeenCalled();
  });

  it("sends a refused write again when another tab renewed the token", async () => {
    let token = "token-1";
    const { asked } = serve({
      "GET /session": () => json(session({ csrfToken: token })),
      "DELETE /sensors/s1": ({ headers }) => (headers.get("X-CSRF-Token") === token ? new Response(null, { status: 204 }) : problem(403, {})),
    });
    const client = new ApiClient();
    await client.resume();
    token = "token-2";
    await client.system.revokeSensor("s1");
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /session", "DELETE /sensors/s1", "GET /session", "DELETE /sensors/s1"]);
  });

  it("does not repeat a write that is refused for lack of permission", async () => {
    const { asked } = serve({ "GET /session": () => json(session()), "DELETE /sensors/s1": () => problem(403, {}) });
    const client = new ApiClient();
    await client.resume();
    expect((await failureOf(client.system.revokeSensor("s1"))).status).toBe(403);
    expect(asked.filter(({ method }) => method === "DELETE")).toHaveLength(1);
  });

  it("leaves empty values out of an address and repeats lists", () => {
    expect(queryString({ a: "", b: undefined, c: null, d: ["x:1", "y:2"], e: "a b&c" })).toBe("?d=x%3A1&d=y%3A2&e=a+b%26c");
    expect(queryString({})).toBe("");
  });
});
