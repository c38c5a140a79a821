import { useEffect } from "react";
import type { ApiProblem } from "../api/problem";
import { useAccess } from "../app/session";
import { Text } from "../ui/Text";
import { Entrance } from "./Entrance";

/** The server is not there yet, or not ready: says why and asks again by itself. */
export function StartingPage({ problem }: { problem: ApiProblem }) {
  const { ask } = useAccess();
  const seconds = Math.min(Math.max(problem.retryAfterSeconds ?? 3, 1), 30);
  useEffect(() => {
    const timer = setTimeout(ask, seconds * 1000);
    return () => clearTimeout(timer);
  }, [ask, seconds, problem]);
  return (
    <Entrance title={problem.status === 503 ? "EVENTSEC is starting" : "No connection to EVENTSEC"}>
      <p role="status">
        <strong>
          <Text value={problem.title} />
        </strong>
        {problem.detail !== "" && (
          <>
            <br />
            <Text value={problem.detail} max={600} />
          </>
        )}
      </p>
      <p className="muted">This page asks again every {seconds} s.</p>
      {problem.correlationId !== null && (
        <p className="muted">
          Correlation id <code>{problem.correlationId}</code>
        </p>
      )}
      <button type="button" className="button button-primary" onClick={ask}>
        Ask now
      </button>
    </Entrance>
  );
}
