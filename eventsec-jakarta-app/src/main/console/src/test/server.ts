import { vi } from "vitest";
import type { Alert, AlertSummary, Session } from "../api/types";

export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

type Answer = Response | Promise<Response>;
type Handler = (asked: Asked) => Answer;

/** A server in memory: answers by "METHOD path", keeps what it was asked; what it has no answer for is a 404. */
export function serve(handlers: Record<string, Handler>): { asked: Asked[] } {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, "http://console.test");
    const one: Asked = {
      method: init.method ?? "GET",
      path: url.pathname.replace("/api/v1", ""),
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === "string" ? JSON.parse(init.body) : undefined,
    };
    asked.push(one);
    return handlers[`${one.method} ${one.path}`]?.(one) ?? problem(404, { title: "Not found" });
  });
  return { asked };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), { ...init, headers: { "Content-Type": "application/json", ...init.headers } });
}

export function problem(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ status, ...body }), { status, headers: { "Content-Type": "application/problem+json", ...headers } });
}

/** An event stream that the test writes to. */
export function stream(): { response: Response; write: (text: string) => void; end: () => void } {
  let control: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (c) => void (control = c) });
  return {
    response: new Response(body, { headers: { "Content-Type": "text/event-stream" } }),
    write: (text) => control.enqueue(new TextEncoder().encode(text)),
    end: () => control.close(),
  };
}

export function session(change: Partial<Session> = {}): Session {
  return {
    user: { id: "u1", username: "anna", displayName: "Anna Berg", role: "analyst" },
    tenant: "default",
    permissions: ["alerts:read", "alerts:write", "events:read", "rules:read", "system:read"],
    csrfToken: "token-1",
    expiresAt: "2099-01-01T00:00:00Z",
    version: "1",
    ...change,
  };
}

export function summary(change: Partial<AlertSummary> = {}): AlertSummary {
  return {
    id: "a1",
    title: "Executable downloaded",
    severity: "high",
    status: "open",
    ruleId: "r1",
    ruleVersion: "v1",
    source: "suricata",
    eventTime: "2026-11-24T09:00:00Z",
    lastEventTime: "2026-11-24T09:00:00Z",
    firings: 1,
    raisedAt: "2026-11-24T09:00:05Z",
    entities: { hosts: [], users: [], addresses: ["10.0.0.5"] },
    revision: 1,
    ...change,
  };
}

export function alert(change: Partial<Alert> = {}): Alert {
  return {
    ...summary(),
    description: "A program came by plain HTTP.",
    tags: ["attack.t1105"],
    attack: [{ id: "T1105", name: null }],
    falsePositives: [],
    references: ["https://example.test/why", "javascript:alert(1)"],
    matchedItems: [{ selection: "download", field: "http.url", modifiers: ["endswith"], value: ".exe", actual: "/setup.exe" }],
    evidence: [
      {
        eventId: "e1",
        eventTime: "2026-11-24T09:00:00Z",
        source: "suricata",
        fields: { "source.ip": "10.0.0.5", "http.url": "/setup\u202egpj.exe" },
        original: '{"event_type":"http"}',
      },
    ],
    rule: { id: "r1", version: "v1", title: "Executable downloaded", level: "high", status: "stable", author: null, sourceYaml: "title: Executable downloaded\n" },
    ...change,
  };
}
