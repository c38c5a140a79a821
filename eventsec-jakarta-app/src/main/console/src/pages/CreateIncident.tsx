import { type FormEvent, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { Alert } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { navigate } from "../router/router";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";

/** Makes an incident of an alert; leads to those that it is part of. */
export function CreateIncident({ alert }: { alert: Alert }) {
  const { can } = useAccess();
  const [open, setOpen] = useState(false);
  return (
    <>
      {can("incidents:read") && (
        <Link className="button button-quiet" to={paths.incidentsOfAlert(alert.id)}>
          Its incidents
        </Link>
      )}
      {can("incidents:write") && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          Create incident
        </button>
      )}
      {open && <CreateDialog alert={alert} onClose={() => setOpen(false)} />}
    </>
  );
}

function CreateDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { client } = useAccess();
  const [title, setTitle] = useState(alert.title);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const made = await client.incidents.create({ title: title.trim(), description: "", severity: alert.severity, alerts: [alert.id] });
      navigate(paths.incident(made.id));
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog title="Create an incident of this alert" onClose={onClose}>
      <form onSubmit={(event) => void create(event)}>
        <div className="field">
          <label htmlFor={id}>Title</label>
          <input id={id} value={title} onChange={(event) => setTitle(event.target.value)} required maxLength={300} />
        </div>
        <p className="muted">You own it at first. It has the severity of the alert.</p>
        {problem !== null && <ProblemNote problem={problem} />}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy || title.trim() === ""}>
            Create
          </button>
        </div>
      </form>
    </Dialog>
  );
}
