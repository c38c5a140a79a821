import type { ReactNode } from "react";
import type { ApiProblem } from "../api/problem";
import { Text } from "./Text";

export function Loading({ what }: { what: string }) {
  return (
    <p className="loading" role="status">
      <span className="spinner" aria-hidden="true" /> Loading {what}…
    </p>
  );
}

/** Nothing to show: why, and what to do. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="empty-text">{children}</div>}
    </div>
  );
}

/** A failure, as the server told it, with the id that finds it in the server's log. */
export function ProblemNote({ problem, retry }: { problem: ApiProblem; retry?: (() => void) | undefined }) {
  return (
    <div className="note note-bad" role="alert">
      <p className="note-title">
        <Text value={problem.title} />
      </p>
      {problem.detail !== "" && (
        <p>
          <Text value={problem.detail} max={600} />
        </p>
      )}
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error, i) => (
            <li key={i}>
              <strong>
                <Text value={error.field} />
              </strong>
              : <Text value={[error.rule, error.cure].filter(Boolean).join(" ")} max={400} />
            </li>
          ))}
        </ul>
      )}
      {problem.retryAfterSeconds !== null && <p>Try again in {problem.retryAfterSeconds} s.</p>}
      {problem.correlationId !== null && (
        <p className="muted">
          Correlation id <code>{problem.correlationId}</code>
        </p>
      )}
      {retry !== undefined && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

/** Shows what a resource has: the data, else why not. Data that could not be renewed stays, below the problem. */
export function Loaded<T>({
  of,
  what,
  children,
}: {
  of: { data: T | null; problem: ApiProblem | null; loading: boolean; reload: () => void };
  what: string;
  children: (data: T) => ReactNode;
}) {
  return (
    <>
      {of.problem !== null && <ProblemNote problem={of.problem} retry={of.reload} />}
      {of.data !== null ? children(of.data) : of.problem === null && <Loading what={what} />}
    </>
  );
}
