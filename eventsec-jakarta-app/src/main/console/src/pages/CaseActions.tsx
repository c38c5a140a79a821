import { type ReactNode, useId, useState } from "react";
import type { CaseChange } from "../api/types";
import { type ApiProblem, asProblem } from "../api/problem";
import type { AlertStatus, IncidentStatus } from "../api/types";
import { statusName } from "../ui/badges";
import { ProblemNote } from "../ui/states";

type Status = AlertStatus | IncidentStatus;

/** A status that an alert or incident may go to. */
export interface Action<S extends Status> {
  to: S;
  name: string;
  primary: boolean;
}

export interface CaseChanging {
  comment: string;
  setComment: (comment: string) => void;
  busy: boolean;
  problem: ApiProblem | null;
  done: string;
  change: (wanted: CaseChange, said: string) => Promise<void>;
}

/**
 * Changes an alert or incident only if it still is what the user sees.
 *
 * @param send stores the change and shows what came of it
 * @param onStale shows what it has become meanwhile
 */
export function useCaseChange(send: (change: CaseChange) => Promise<void>, onStale: () => void): CaseChanging {
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState("");
  const change = async (wanted: CaseChange, said: string) => {
    setBusy(true);
    setProblem(null);
    setDone("");
    try {
      const text = comment.trim();
      await send(text === "" ? wanted : { ...wanted, comment: text });
      setComment("");
      setDone(said);
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412 || found.status === 409) onStale();
    } finally {
      setBusy(false);
    }
  };
  return { comment, setComment, busy, problem, done, change };
}

interface Props<S extends Status> {
  what: "alert" | "incident";
  actions: readonly Action<S>[];
  changing: CaseChanging;
  /** More buttons of the row. */
  children?: ReactNode;
}

/** What can be done now, a comment to it, and what came of it. */
export function CaseActions<S extends Status>({ what, actions, changing, children }: Props<S>) {
  const { comment, setComment, busy, problem, done, change } = changing;
  const id = useId();
  return (
    <>
      <div className="actions-row" role="group" aria-label={`Change the ${what}`}>
        {actions.map(({ to, name, primary }) => (
          <button
            key={to}
            type="button"
            className={primary ? "button button-primary" : "button"}
            disabled={busy}
            onClick={() => void change({ status: to }, `The ${what} is now ${statusName(to).toLowerCase()}.`)}
          >
            {name}
          </button>
        ))}
        {children}
        <label htmlFor={id}>Comment</label>
        <input id={id} value={comment} onChange={(event) => setComment(event.target.value)} placeholder="optional" maxLength={1000} />
        <span role="status" className="muted">
          {done}
        </span>
      </div>
      {problem?.status === 412 ? (
        <div className="note note-warn" role="alert">
          <p className="note-title">Somebody else changed this {what} first</p>
          <p>Nothing of yours was stored. What you see is its state now: decide again.</p>
        </div>
      ) : (
        problem !== null && <ProblemNote problem={problem} />
      )}
    </>
  );
}
