/** One field of a request that broke a rule, and what to do about it. */
export interface FieldError {
  field: string;
  value?: unknown;
  rule: string;
  cure?: string | null;
}

/** What a call that did not succeed says (RFC 9457), also when no server answered (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly correlationId: string | null;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | null;

  constructor(parts: {
    status: number;
    title: string;
    detail?: string;
    correlationId?: string | null;
    errors?: readonly FieldError[];
    retryAfterSeconds?: number | null;
  }) {
    super(parts.detail ? `${parts.title}: ${parts.detail}` : parts.title);
    this.name = "ApiProblem";
    this.status = parts.status;
    this.title = parts.title;
    this.detail = parts.detail ?? "";
    this.correlationId = parts.correlationId ?? null;
    this.errors = parts.errors ?? [];
    this.retryAfterSeconds = parts.retryAfterSeconds ?? null;
  }
}

const TITLES: Record<number, string> = {
  401: "You are not signed in",
  403: "You may not do that",
  404: "There is nothing at this address",
  409: "This conflicts with what is stored",
  412: "Somebody else changed it first",
  429: "Too many attempts",
  503: "The server is not ready",
};

/** Reads the problem out of an answer; an answer without a problem body gets a plain one. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = await bodyOf(response);
  const errors = Array.isArray(body["errors"]) ? body["errors"].filter(isFieldError) : [];
  return new ApiProblem({
    status: response.status,
    title: textOf(body["title"]) ?? TITLES[response.status] ?? `The server answered ${response.status}`,
    detail: textOf(body["detail"]) ?? "",
    correlationId: textOf(body["correlationId"]) ?? response.headers.get("X-Correlation-Id"),
    errors,
    retryAfterSeconds: secondsOf(response.headers.get("Retry-After")),
  });
}

/** Any failure as a problem: a call that reached no server, or a fault of ours. */
export function asProblem(failure: unknown): ApiProblem {
  if (failure instanceof ApiProblem) return failure;
  if (failure instanceof TypeError) {
    return new ApiProblem({
      status: 0,
      title: "The server cannot be reached",
      detail: "Check that it runs and that this computer has a connection, then try again.",
    });
  }
  return new ApiProblem({
    status: 0,
    title: "Something went wrong in the console",
    detail: failure instanceof Error ? failure.message : String(failure),
  });
}

export function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === "AbortError";
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  if (!(response.headers.get("Content-Type") ?? "").includes("json")) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** Retry-After as seconds; the header may hold a date instead. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}

function isFieldError(value: unknown): value is FieldError {
  return typeof value === "object" && value !== null && "field" in value && "rule" in value;
}
