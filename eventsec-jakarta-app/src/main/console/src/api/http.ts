import { ApiProblem, asProblem, isAbort, problemOf } from "./problem";
import type { Session, SetupRequest } from "./types";

export const BASE = "/api/v1";
const TIMEOUT_MS = 30_000;

/** What is asked of the server. */
export interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, string | readonly string[] | number | null | undefined>;
  body?: unknown;
  /** Sent as it is, in place of a body. */
  file?: Blob;
  /** Of the file, where the server wants to know. */
  fileType?: string;
  timeoutMs?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

export interface Hooks {
  /** The session that is in force changed. */
  onSession?: (session: Session) => void;
  /** The session is over: the user left, or the server ended it. */
  onEnd?: (how: "left" | "ended") => void;
}

/** The only door to the server: adds the CSRF token to writes, turns failures into problems, notices the session's end. */
export class Http {
  private session: Session | null = null;

  constructor(private readonly hooks: Hooks = {}) {}

  setupNeeded = (signal?: AbortSignal) => this.json<{ needed: boolean }>("/setup", { signal });

  async setup(request: SetupRequest): Promise<Session> {
    return this.adopt(await this.json<Session>("/setup", { method: "POST", body: request }));
  }

  async signIn(username: string, password: string): Promise<Session> {
    return this.adopt(await this.json<Session>("/session", { method: "POST", body: { username, password } }));
  }

  async resume(signal?: AbortSignal): Promise<Session> {
    return this.adopt(await this.json<Session>("/session", { signal }));
  }

  async signOut(): Promise<void> {
    try {
      await this.send("/session", { method: "DELETE" });
    } catch (failure) {
      if (!(failure instanceof ApiProblem && failure.status === 401)) throw failure;
    }
    this.forget("left");
  }

  /** The session is over, whoever noticed. */
  forget(how: "left" | "ended" = "ended"): void {
    if (this.session === null) return;
    this.session = null;
    this.hooks.onEnd?.(how);
  }

  private adopt(session: Session): Session {
    this.session = session;
    this.hooks.onSession?.(session);
    return session;
  }

  async json<T>(path: string, call: Call): Promise<T> {
    const response = await this.send(path, call);
    try {
      return (await response.json()) as T;
    } catch (failure) {
      if (isAbort(failure)) throw failure;
      throw new ApiProblem({
        status: response.status,
        title: "The server's answer cannot be read",
        detail: "It is not JSON. Perhaps a proxy answered in the server's place.",
      });
    }
  }

  async send(path: string, call: Call): Promise<Response> {
    try {
      return await this.once(path, call);
    } catch (failure) {
      if (await this.tokenWasRenewed(failure, call)) return this.once(path, call);
      throw failure;
    }
  }

  /** After a sign-in in another tab this one still holds the old CSRF token: then the write may be sent once more. */
  private async tokenWasRenewed(failure: unknown, call: Call): Promise<boolean> {
    const before = this.session;
    const refused = failure instanceof ApiProblem && failure.status === 403;
    if (!refused || before === null || (call.method ?? "GET") === "GET") return false;
    const after = await this.resume().catch(() => null);
    return after !== null && after.user.id === before.user.id && after.csrfToken !== before.csrfToken;
  }

  private async once(path: string, call: Call): Promise<Response> {
    const method = call.method ?? "GET";
    const headers: Record<string, string> = { Accept: "application/json", ...call.headers };
    if (call.body !== undefined) headers["Content-Type"] = "application/json";
    if (call.file !== undefined) headers["Content-Type"] = call.fileType ?? "application/octet-stream";
    if (method !== "GET" && this.session !== null) headers["X-CSRF-Token"] = this.session.csrfToken;
    const deadline = new AbortController();
    const timeout = call.timeoutMs ?? TIMEOUT_MS;
    const timer = setTimeout(() => deadline.abort(), timeout);
    const cancel = () => deadline.abort();
    call.signal?.addEventListener("abort", cancel);
    if (call.signal?.aborted) cancel();
    try {
      const response = await fetch(BASE + path + queryString(call.query), {
        method,
        headers,
        credentials: "same-origin",
        cache: "no-store",
        signal: deadline.signal,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        ...(call.file === undefined ? {} : { body: call.file }),
      });
      return await this.answered(response);
    } catch (failure) {
      if (isAbort(failure)) {
        if (call.signal?.aborted) throw failure;
        throw new ApiProblem({
          status: 0,
          title: "The server took too long",
          detail: `It did not answer within ${timeout / 1000} seconds. Try again, or ask for less.`,
        });
      }
      throw asProblem(failure);
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener("abort", cancel);
    }
  }

  async answered(response: Response): Promise<Response> {
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (response.status === 401) this.forget();
    throw problem;
  }
}

/** The query part of an address: empty values are left out, lists repeat their name. */
export function queryString(query: Call["query"]): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) pairs.append(name, String(one));
  }
  const text = pairs.toString();
  return text === "" ? "" : `?${text}`;
}
