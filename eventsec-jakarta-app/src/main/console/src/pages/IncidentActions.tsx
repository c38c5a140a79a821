import { type FormEvent, useId, useState } from "react";
import type { TaggedIncident } from "../api/subjects/incidents";
import type { Incident, IncidentStatus } from "../api/types";
import { useAccess } from "../app/session";
import { Dialog } from "../ui/parts";
import { type Action, CaseActions, useCaseChange } from "./CaseActions";

const START: Action<IncidentStatus> = { to: "in_progress", name: "Start work", primary: true };
const HOLD: Action<IncidentStatus> = { to: "on_hold", name: "Put on hold", primary: false };
const CLOSE: Action<IncidentStatus> = { to: "closed", name: "Close", primary: false };

/** Where an incident may go from a status, as the server has it. */
export const INCIDENT_ACTIONS: Record<IncidentStatus, readonly Action<IncidentStatus>[]> = {
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
  const changing = useCaseChange(async (change) => onChanged(await client.incidents.change(incident.id, etag, change)), onStale);
  const [renaming, setRenaming] = useState(false);
  if (!can("incidents:write")) return null;
  return (
    <div className="actions">
      <CaseActions what="incident" actions={INCIDENT_ACTIONS[incident.status]} changing={changing}>
        <button type="button" className="button" disabled={changing.busy} onClick={() => setRenaming(true)}>
          Rename
        </button>
      </CaseActions>
      {renaming && (
        <RenameDialog
          title={incident.title}
          onClose={() => setRenaming(false)}
          onRename={(title) => {
            setRenaming(false);
            void changing.change({ title }, "The incident has its new title.");
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
