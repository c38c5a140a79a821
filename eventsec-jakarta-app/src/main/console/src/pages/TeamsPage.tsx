import { type FormEvent, useId, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { Person, Team } from "../api/types";
import { useResource } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { plain } from "../text/visible";
import { PageHead, Time } from "../ui/parts";
import { Empty, Loaded, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { PersonName } from "./PeoplePanel";

/** The teams, who is in them, and for those who may the ways to change that. */
export function TeamsPage() {
  const { client, can } = useAccess();
  const teams = useResource("teams", async (signal) => (await client.people.teams(signal)).items);
  const may = can("teams:manage");
  return (
    <>
      <PageHead
        title="Teams"
        context={
          <p className="crumbs">
            <Link to={paths.inventory}>Inventory</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        <button type="button" className="button" onClick={teams.reload}>
          Refresh
        </button>
      </PageHead>
      <p className="lead">A team answers for assets: who looks at one sees whom to ask.</p>
      {may && <CreateTeam onCreated={teams.reload} />}
      <Loaded of={teams} what="the teams">
        {(items) =>
          items.length === 0 ? (
            <Empty title="No teams yet">
              <p>{may ? "Name one above, then say who is in it." : "An administrator makes them."}</p>
            </Empty>
          ) : (
            <TeamTable teams={items} onChanged={teams.reload} />
          )
        }
      </Loaded>
    </>
  );
}

function CreateTeam({ onCreated }: { onCreated: () => void }) {
  const { client } = useAccess();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await client.people.createTeam(name.trim());
      setName("");
      onCreated();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form className="filters" aria-label="Make a team" onSubmit={(event) => void create(event)}>
        <label className="inline-field">
          <span>Name of the new team</span>
          <input value={name} onChange={(event) => setName(event.target.value)} placeholder="for example Web shop" required maxLength={100} autoComplete="off" />
        </label>
        <button type="submit" className="button button-primary" disabled={busy || name.trim() === ""}>
          Make team
        </button>
      </form>
      {problem !== null && <ProblemNote problem={problem} />}
    </>
  );
}

function TeamTable({ teams, onChanged }: { teams: Team[]; onChanged: () => void }) {
  const { client, can } = useAccess();
  const may = can("teams:manage");
  const users = useResource<Person[]>("users", async (signal) => (may ? (await client.people.users(signal)).items : []));
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const change = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (failure) {
      setProblem(asProblem(failure));
    }
    onChanged();
  };
  return (
    <>
      {problem !== null && <ProblemNote problem={problem} />}
      {users.problem !== null && <ProblemNote problem={users.problem} retry={users.reload} />}
      <Table label="Teams" columns={["Team", "Who is in it", "Made", may && "Take in"]}>
        {teams.map((team) => (
          <tr key={team.id}>
            <td className="cell-main cell-name">
              <Text value={team.name} max={100} />
            </td>
            <td>
              {team.members.length === 0 && <span className="muted">nobody</span>}
              {team.members.map((one) => (
                <span key={one.id} className="tag">
                  <PersonName person={one} />
                  {may && (
                    <button type="button" className="tag-remove" onClick={() => void change(() => client.people.removeMember(team.id, one.id))} aria-label={`Take ${plain(one.displayName)} out of ${plain(team.name)}`}>
                      <span aria-hidden="true">×</span>
                    </button>
                  )}
                </span>
              ))}
            </td>
            <td className="cell-time">
              <Time at={team.createdAt} />
            </td>
            {may && (
              <td>
                <TakeIn team={team} users={users.data ?? []} onTaken={(user) => void change(() => client.people.addMember(team.id, user))} />
              </td>
            )}
          </tr>
        ))}
      </Table>
    </>
  );
}

/** Those who are not in it yet. */
function TakeIn({ team, users, onTaken }: { team: Team; users: readonly Person[]; onTaken: (user: string) => void }) {
  const [user, setUser] = useState("");
  const id = useId();
  const others = users.filter(({ id: one }) => !team.members.some((member) => member.id === one));
  const take = (event: FormEvent) => {
    event.preventDefault();
    onTaken(user);
    setUser("");
  };
  return (
    <form className="field-line" onSubmit={take}>
      <label htmlFor={id} className="visually-hidden">
        User to take into {plain(team.name)}
      </label>
      <select id={id} value={user} onChange={(event) => setUser(event.target.value)} disabled={others.length === 0}>
        <option value="">{others.length === 0 ? "All are in it" : "Choose…"}</option>
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {plain(one.displayName)} ({plain(one.username)})
          </option>
        ))}
      </select>
      <button type="submit" className="button button-small" disabled={user === ""} aria-label={`Take the chosen user into ${plain(team.name)}`}>
        Take in
      </button>
    </form>
  );
}
