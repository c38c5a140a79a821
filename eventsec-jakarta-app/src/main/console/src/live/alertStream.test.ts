import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../api/problem";
import { stream, summary } from "../test/server";
import { delayBefore, followAlerts, type LiveEvent, type StreamState } from "./alertStream";
import { EventStreamParser } from "./sse";

describe("event stream parser", () => {
  it("reads messages however they are cut, and skips comments", () => {
    const text = ": hello\n\nid: 7\nevent: alert\ndata: {\"a\":\ndata: 1}\n\nevent: ping\r\n\r\ndata: x\n\n";
    const whole = new EventStreamParser().push(text);
    const parser = new EventStreamParser();
    const single = [...text].flatMap((char) => parser.push(char));
    expect(single).toEqual(whole);
    expect(whole).toEqual([
      { event: "alert", data: '{"a":\n1}', id: "7" },
      { event: "ping", data: "", id: "7" },
      { event: "message", data: "x", id: "7" },
    ]);
  });

  it("gives up on a message without end", () => {
    const parser = new EventStreamParser();
    expect(() => {
      for (let i = 0; i < 6; i++) parser.push("x".repeat(1_000_000));
    }).toThrow("too long");
  });
});

describe("alert stream", () => {
  let stop = () => {};
  afterEach(() => stop());

  function follow(open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>) {
    const events: LiveEvent[] = [];
    const states: StreamState[] = [];
    stop = followAlerts({ open, onEvent: (event) => events.push(event), onState: (state) => states.push(state) });
    return { events, states };
  }

  it("passes alerts and status changes on, and drops what it cannot read", async () => {
    const one = stream();
    const { events, states } = follow(async () => one.response);
    one.write(`id: 1\nevent: alert\ndata: ${JSON.stringify(summary())}\n\nevent: alert\ndata: {broken\n\nevent: ping\ndata: {}\n\n`);
    one.write('event: status\ndata: {"id":"a1","status":"closed","revision":2}\n\n');
    await vi.waitFor(() => expect(events).toHaveLength(2), { timeout: 10_000 });
    expect(events[0]).toEqual({ kind: "alert", alert: summary() });
    expect(events[1]).toMatchObject({ kind: "status", change: { status: "closed" } });
    expect(states).toEqual(["connecting", "live"]);
  });

  it("reconnects after a loss, goes on behind the last message, and says that it was away", async () => {
    vi.useFakeTimers();
    const first = stream();
    const second = stream();
    const open = vi
      .fn<(lastEventId: string | null, signal: AbortSignal) => Promise<Response>>()
      .mockResolvedValueOnce(first.response)
      .mockRejectedValueOnce(new TypeError("Failed to fetch"))
      .mockResolvedValueOnce(second.response);
    const { events, states } = follow(open);
    first.write(`id: 41\nevent: alert\ndata: ${JSON.stringify(summary())}\n\n`);
    await vi.waitFor(() => expect(events).toHaveLength(1));
    first.end();
    await vi.waitFor(() => expect(states.at(-1)).toBe("reconnecting"));
    await vi.advanceTimersByTimeAsync(2000);
    await vi.waitFor(() => expect(states.at(-1)).toBe("live"));
    expect(open.mock.calls.map(([lastEventId]) => lastEventId)).toEqual([null, "41", "41"]);
    expect(events.at(-1)).toEqual({ kind: "resumed" });
    expect(states.filter((state) => state === "live")).toHaveLength(2);
  });

  it("takes a long silence for a loss", async () => {
    vi.useFakeTimers();
    const open = vi.fn(async (_: string | null, signal: AbortSignal) => {
      const one = stream();
      signal.addEventListener("abort", () => one.end());
      return one.response;
    });
    const { states } = follow(open);
    await vi.waitFor(() => expect(states.at(-1)).toBe("live"));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(open).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(12_000);
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
  });

  it("waits as long as the server asks", async () => {
    vi.useFakeTimers();
    const open = vi.fn(() => Promise.reject(new ApiProblem({ status: 503, title: "starting", retryAfterSeconds: 10 })));
    follow(open);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(open).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(open).toHaveBeenCalledTimes(2);
  });

  it("stops for good when the session is over", async () => {
    vi.useFakeTimers();
    const open = vi.fn(() => Promise.reject(new ApiProblem({ status: 401, title: "signed out" })));
    const { states } = follow(open);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(open).toHaveBeenCalledTimes(1);
    expect(states).toEqual(["connecting", "stopped"]);
  });

  it("waits longer from try to try, up to a bound", () => {
    const delays = [0, 1, 2, 5, 50].map((attempt) => delayBefore(attempt, 0.5));
    expect(delays).toEqual([500, 1000, 2000, 15_000, 15_000]);
  });
});
