import { type FormEvent, useId, useState } from "react";
import type { CaseChange, TaggedIncident } from "../api/client";
import { type ApiProblem, asProblem } from "../api/problem";
import type { Incident, IncidentStatus } from "../api/types";
import { useAccess } from "../app/session";
import { statusName } from "../ui/badges";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";

interface Action {
  to: IncidentStatus;
  name: string;
  primary: boolean;
}

const START: Action = { to: "in_progress", name: "Start work", primary: true };
const HOLD: Action = { to: "on_hold", name: "Put on hold", primary: false };
const CLOSE: Action = { to: "closed", name: "Close", primary: false };

/** Where an incident may go from a status, as the server has it. */
export const INCIDENT_ACTIONS: Record<IncidentStatus, readonly Action[]> = {
  open: [START, HOLD, CLOSE],
  in_progress: [{ ...CLOSE, primary: true }, HOLD],
  on_hold: [{ ...START, name: "Resume work" }, CLOSE],
  closed: [{ ...START, name: "Take up again", primary: false }],
};

interface Props {
  incident: Incident;
  etag: string;
  onChanged: (now: TaggedIncident) => void;
  onStale: () => void;
}

/** Changes the incident only if it still is what the user sees; else shows what it became. */
export function IncidentActions({ incident, etag, onChanged, onStale }: Props) {
  const { client, can } = useAccess();
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [done, setDone] = useState("");
  const [renaming, setRenaming] = useState(false);
  const id = useId();
  if (!can("incidents:write")) return null;

  const change = async (wanted: CaseChange, said: string) => {
    setBusy(true);
    setProblem(null);
    setDone("");
    try {
      const text = comment.trim();
      onChanged(await client.changeIncident(incident.id, etag, text === "" ? wanted : { ...wanted, comment: text }));
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
  return (
    <div className="actions">
      <div className="actions-row" role="group" aria-label="Change the incident">
        {INCIDENT_ACTIONS[incident.status].map(({ to, name, primary }) => (
          <button
            key={to}
            type="button"
            className={primary ? "button button-primary" : "button"}
            disabled={busy}
            onClick={() => void change({ status: to }, `The incident is now ${statusName(to).toLowerCase()}.`)}
          >
            {name}
          </button>
        ))}
        <button type="button" className="button" disabled={busy} onClick={() => setRenaming(true)}>
          Rename
        </button>
        <label htmlFor={id}>Comment</label>
        <input id={id} value={comment} onChange={(event) => setComment(event.target.value)} placeholder="optional" maxLength={1000} />
        <span role="status" className="muted">
          {done}
        </span>
      </div>
      {problem?.status === 412 ? (
        <div className="note note-warn" role="alert">
          <p className="note-title">Somebody else changed this incident first</p>
          <p>Nothing of yours was stored. What you see is its state now: decide again.</p>
        </div>
      ) : (
        problem !== null && <ProblemNote problem={problem} />
      )}
      {renaming && (
        <RenameDialog
          title={incident.title}
          onClose={() => setRenaming(false)}
          onRename={(title) => {
            setRenaming(false);
            void change({ title }, "The incident has its new title.");
          }}
        />
      )}
    </div>
  );
}

function RenameDialog({ title, onClose, onRename }: { title: string; onClose: () => void; onRename: (title: string) => void }) {
  const [text, setText] = useState(title);
  const id = useId();
  const rename = (event: FormEvent) => {
    event.preventDefault();
    onRename(text.trim());
  };
  return (
    <Dialog title="Rename the incident" onClose={onClose}>
      <form onSubmit={rename}>
        <div className="field">
          <label htmlFor={id}>Title</label>
          <input id={id} value={text} onChange={(event) => setText(event.target.value)} required maxLength={300} />
        </div>
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={text.trim() === "" || text.trim() === title}>
            Rename
          </button>
        </div>
      </form>
    </Dialog>
  );
}
