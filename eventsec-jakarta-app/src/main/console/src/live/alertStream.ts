import { ApiProblem } from "../api/problem";
import type { AlertStatusChange, AlertSummary } from "../api/types";
import { EventStreamParser, type Message } from "./sse";

export type StreamState = "connecting" | "live" | "reconnecting" | "stopped";

export type LiveEvent =
  | { kind: "alert"; alert: AlertSummary }
  | { kind: "status"; change: AlertStatusChange }
  /** The connection was away: what was shown may be stale. */
  | { kind: "resumed" };

interface Options {
  open: (lastEventId: string | null, signal: AbortSignal) => Promise<Response>;
  onEvent: (event: LiveEvent) => void;
  onState: (state: StreamState) => void;
}

/** Nothing for this long, though the server pings every 15 s: the connection is dead, whatever TCP thinks. */
const SILENCE_MS = 40_000;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** How long to wait before the n-th try: doubling, with some chance in it so that consoles do not return all at once. */
export function delayBefore(attempt: number, chance: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, 10)) * (0.75 + chance / 2);
}

/** Follows the stream of alerts until it is stopped: reconnects, and goes on after the last message seen. */
export function followAlerts({ open, onEvent, onState }: Options): () => void {
  const stop = new AbortController();
  let lastId: string | null = null;
  let connectedBefore = false;

  const heed = (message: Message) => {
    if (message.id !== null) lastId = message.id;
    const event = liveEventOf(message);
    if (event !== null) onEvent(event);
  };

  const readOnce = async (connected: () => void) => {
    const attempt = new AbortController();
    const abort = () => attempt.abort();
    stop.signal.addEventListener("abort", abort);
    let silence = setTimeout(abort, SILENCE_MS);
    try {
      const response = await open(lastId, attempt.signal);
      if (response.body === null) throw new Error("the alert stream has no body");
      connected();
      const parser = new EventStreamParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { value, done } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(abort, SILENCE_MS);
        for (const message of parser.push(value)) heed(message);
      }
    } finally {
      clearTimeout(silence);
      stop.signal.removeEventListener("abort", abort);
      attempt.abort();
    }
  };

  const run = async () => {
    let failures = 0;
    onState("connecting");
    while (!stop.signal.aborted) {
      let asked: number | null = null;
      try {
        await readOnce(() => {
          failures = 0;
          onState("live");
          if (connectedBefore) onEvent({ kind: "resumed" });
          connectedBefore = true;
        });
      } catch (failure) {
        if (isFinal(failure)) break;
        if (failure instanceof ApiProblem) asked = failure.retryAfterSeconds;
      }
      if (stop.signal.aborted) break;
      onState("reconnecting");
      const backOff = delayBefore(failures, Math.random());
      await pause(asked === null ? backOff : Math.max(backOff, Math.min(asked * 1000, 60_000)), stop.signal);
      failures += 1;
    }
    onState("stopped");
  };
  void run();
  return () => stop.abort();
}

/** Signed out, or not allowed: trying again would not help. */
function isFinal(failure: unknown): boolean {
  return failure instanceof ApiProblem && (failure.status === 401 || failure.status === 403);
}

function liveEventOf({ event, data }: Message): LiveEvent | null {
  if (event !== "alert" && event !== "status") return null;
  try {
    const body: unknown = JSON.parse(data);
    if (typeof body !== "object" || body === null || !("id" in body)) return null;
    return event === "alert"
      ? { kind: "alert", alert: body as AlertSummary }
      : { kind: "status", change: body as AlertStatusChange };
  } catch {
    return null;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
