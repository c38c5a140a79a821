import type { TaggedAlert } from "../api/subjects/alerts";
import type { Alert, AlertStatus } from "../api/types";
import { useAccess } from "../app/session";
import { type Action, CaseActions, useCaseChange } from "./CaseActions";

/** What can be done with an alert in a status. */
export const ACTIONS: Record<AlertStatus, readonly Action<AlertStatus>[]> = {
  open: [
    { to: "acknowledged", name: "Acknowledge", primary: true },
    { to: "closed", name: "Close", primary: false },
  ],
  acknowledged: [
    { to: "closed", name: "Close", primary: true },
    { to: "open", name: "Reopen", primary: false },
  ],
  closed: [{ to: "open", name: "Reopen", primary: false }],
};

interface Props {
  alert: Alert;
  etag: string;
  onChanged: (now: TaggedAlert) => void;
  onStale: () => void;
}

/** Changes the alert only if it still is what the user sees; else shows what it became and lets them decide again. */
export function AlertActions({ alert, etag, onChanged, onStale }: Props) {
  const { client, can } = useAccess();
  const changing = useCaseChange(async (change) => onChanged(await client.alerts.change(alert.id, etag, change)), onStale);
  if (!can("alerts:write")) return null;
  return (
    <div className="actions">
      <CaseActions what="alert" actions={ACTIONS[alert.status]} changing={changing} />
    </div>
  );
}
