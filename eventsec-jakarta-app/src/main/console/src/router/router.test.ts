import { describe, expect, it, vi } from "vitest";
import { currentPlace, matchPath, navigate, pathOf, safeReturn, watchPlace } from "./router";

describe("router", () => {
  it("matches parameters and decodes them", () => {
    expect(matchPath("/alerts/:id", "/alerts/a%2Fb%20c")).toEqual({ id: "a/b c" });
    expect(matchPath("/alerts/:id", "/alerts/a/")).toEqual({ id: "a" });
  });

  it("does not match what is longer, shorter, empty or badly escaped", () => {
    for (const path of ["/alerts", "/alerts/", "/alerts/a/b", "/rules/a", "/alerts/%zz"]) expect(matchPath("/alerts/:id", path)).toBeNull();
    expect(matchPath("/", "/")).toEqual({});
    expect(matchPath("/", "/alerts")).toBeNull();
  });

  it("makes a path that matches again", () => {
    expect(matchPath("/rules/:id", pathOf("/rules/:id", { id: "ü/?#%" }))).toEqual({ id: "ü/?#%" });
  });

  it("returns only to pages of this console", () => {
    expect(safeReturn("/alerts/a1?x=1")).toBe("/alerts/a1?x=1");
    for (const bad of [null, "", "https://evil.test", "//evil.test", "/\\evil.test", "/a\\b", "/\tevil", "javascript:x", "/sign-in?next=/", "/setup"]) {
      expect(safeReturn(bad)).toBe("/");
    }
  });

  it("tells its watchers of a new place, once", () => {
    const watcher = vi.fn();
    navigate("/", "replace");
    const stop = watchPlace(watcher);
    navigate("/alerts?q=x");
    navigate("/alerts?q=x");
    expect(watcher).toHaveBeenCalledTimes(1);
    expect(currentPlace()).toEqual({ path: "/alerts", search: "?q=x" });
    stop();
    navigate("/");
    expect(watcher).toHaveBeenCalledTimes(1);
  });
});
