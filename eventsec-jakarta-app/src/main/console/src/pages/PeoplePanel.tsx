import { useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import type { CaseRole, Permission, Person } from "../api/types";
import { useAccess } from "../app/session";
import { plain } from "../text/visible";
import { Panel } from "../ui/parts";
import { ProblemNote } from "../ui/states";
import { Text } from "../ui/Text";

const NOBODY = "none";
const ROLES: readonly { role: CaseRole; name: string }[] = [
  { role: "owner", name: "Owner" },
  { role: "assignee", name: "Assignee" },
];

interface Props {
  owner: Person | null;
  assignee: Person | null;
  needs: Permission;
  /** Gives it to a user, or to nobody. */
  give: (role: CaseRole, to: string) => Promise<void>;
  onStale: () => void;
}

/** Whose an alert or incident is; those who may can give it to somebody else. */
export function PeoplePanel({ owner, assignee, needs, give, onStale }: Props) {
  const { can } = useAccess();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const change = async (role: CaseRole, to: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await give(role, to);
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
    } finally {
      setBusy(false);
    }
  };
  const people = { owner, assignee };
  return (
    <Panel title="People">
      {can(needs) && can("users:read") ? (
        <Pickers people={people} busy={busy} onPick={(role, to) => void change(role, to)} />
      ) : (
        <dl className="facts">
          {ROLES.map(({ role, name }) => (
            <div key={role}>
              <dt>{name}</dt>
              <dd>
                <PersonName person={people[role]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
    </Panel>
  );
}

function Pickers({ people, busy, onPick }: { people: Record<CaseRole, Person | null>; busy: boolean; onPick: (role: CaseRole, to: string) => void }) {
  const { client } = useAccess();
  const id = useId();
  const users = useResource("users", (signal) => client.people.users(signal));
  const listed = users.data?.items ?? [];
  return (
    <>
      {ROLES.map(({ role, name }) => {
        const now = people[role];
        // Who may not sign in any more, or is beyond the list, still has it.
        const all = now === null || listed.some(({ id }) => id === now.id) ? listed : [now, ...listed];
        return (
          <div key={role} className="picker">
            <label htmlFor={`${id}-${role}`}>{name}</label>
            <select id={`${id}-${role}`} value={now?.id ?? NOBODY} disabled={busy || users.data === null} onChange={(event) => onPick(role, event.target.value)}>
              <option value={NOBODY}>Nobody</option>
              {all.map((person) => (
                <option key={person.id} value={person.id}>
                  {plain(person.displayName)} ({plain(person.username)})
                </option>
              ))}
            </select>
          </div>
        );
      })}
      {users.problem !== null && <ProblemNote problem={users.problem} retry={users.reload} />}
      {users.data?.nextCursor != null && <p className="muted">Only the first {listed.length} users are listed.</p>}
    </>
  );
}

export function PersonName({ person }: { person: Person | null }) {
  return person === null ? <span className="muted">nobody</span> : <Text value={person.displayName || person.username} max={80} />;
}
