import { type FormEvent, useId, useState } from "react";
import { type Asset, CRITICALITIES, type Criticality } from "../api/inventory";
import { type ApiProblem, asProblem } from "../api/problem";
import type { TeamRef } from "../api/types";
import { useResource } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { plain } from "../text/visible";
import { severityName } from "../ui/badges";
import { Dialog } from "../ui/parts";
import { ProblemNote } from "../ui/states";

interface Props {
  asset: Asset;
  onChanged: (now: Asset) => void;
  onStale: () => void;
}

/** Lets those who may say how critical an asset is, what it is for, and who answers for it. */
export function DescribeAsset(props: Props) {
  const { can } = useAccess();
  const [open, setOpen] = useState(false);
  if (!can("inventory:write")) return null;
  return (
    <>
      <button type="button" className="button button-small" onClick={() => setOpen(true)}>
        Edit
      </button>
      {open && <DescribeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DescribeDialog({ asset, onChanged, onStale, onClose }: Props & { onClose: () => void }) {
  const { client } = useAccess();
  const [criticality, setCriticality] = useState<Criticality>(asset.criticality);
  const [tags, setTags] = useState(asset.tags.join("\n"));
  const [team, setTeam] = useState(asset.ownerTeam?.id ?? "");
  const [description, setDescription] = useState(asset.description);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const id = useId();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await client.inventory.describe(asset.id, asset.revision, { criticality, tags: tagsIn(tags), description: description.trim(), ownerTeamId: team }));
      onClose();
    } catch (failure) {
      const found = asProblem(failure);
      setProblem(found);
      if (found.status === 412) onStale();
      setBusy(false);
    }
  };
  return (
    <Dialog title={`What ${plain(asset.hostname)} is`} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <div className="field">
          <label htmlFor={`${id}-criticality`}>Criticality</label>
          <select id={`${id}-criticality`} value={criticality} onChange={(event) => setCriticality(event.target.value as Criticality)}>
            {CRITICALITIES.map((one) => (
              <option key={one} value={one}>
                {severityName(one)}
              </option>
            ))}
          </select>
          <p className="field-hint">How much depends on it. Its vulnerabilities are judged again by it.</p>
        </div>
        <TeamField id={`${id}-team`} team={team} now={asset.ownerTeam} onTeam={setTeam} />
        <div className="field">
          <label htmlFor={`${id}-tags`}>Tags, one a line</label>
          <textarea id={`${id}-tags`} rows={3} value={tags} onChange={(event) => setTags(event.target.value)} maxLength={5050} spellCheck={false} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-description`}>What it is for</label>
          <textarea id={`${id}-description`} rows={4} value={description} onChange={(event) => setDescription(event.target.value)} maxLength={4000} />
        </div>
        {problem?.status === 412 ? (
          <div className="note note-warn" role="alert">
            <p className="note-title">Somebody else changed this asset first</p>
            <p>Nothing of yours was stored. What you typed stays here; saving it now replaces what they said.</p>
          </div>
        ) : (
          problem !== null && <ProblemNote problem={problem} />
        )}
        <div className="dialog-tools">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The team that answers for it, of those there are. */
function TeamField({ id, team, now, onTeam }: { id: string; team: string; now: TeamRef | null; onTeam: (team: string) => void }) {
  const { client, can } = useAccess();
  const maySee = can("users:read");
  const teams = useResource<TeamRef[]>("teams", async (signal) => (maySee ? (await client.people.teams(signal)).items : []));
  // While they are read, and for those who may not see them, there is the one that answers now.
  const known = teams.data ?? [];
  const choice = now === null || known.some((one) => one.id === now.id) ? known : [now, ...known];
  return (
    <div className="field">
      <label htmlFor={id}>Team that answers for it</label>
      <select id={id} value={team} onChange={(event) => onTeam(event.target.value)}>
        <option value="">No team</option>
        {choice.map((one) => (
          <option key={one.id} value={one.id}>
            {plain(one.name)}
          </option>
        ))}
      </select>
      {teams.problem !== null && <ProblemNote problem={teams.problem} retry={teams.reload} />}
      {maySee && teams.data?.length === 0 && (
        <p className="field-hint">
          There are no teams yet. {can("teams:manage") ? <Link to={paths.teams}>Make one</Link> : "An administrator makes them."}
        </p>
      )}
    </div>
  );
}

/** The lines that have something in them, each once. */
function tagsIn(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter((line) => line !== ""))];
}
