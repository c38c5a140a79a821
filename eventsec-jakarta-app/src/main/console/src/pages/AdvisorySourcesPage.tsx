import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import type { AdvisoryMirror, AdvisorySource } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { count, counted } from "../text/values";
import { plain } from "../text/visible";
import { StateBadge } from "../ui/badges";
import { Dialog, PageHead, Time } from "../ui/parts";
import { Empty, Loaded, ProblemNote } from "../ui/states";
import { ACTIONS, Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { sourceState } from "./AdvisorySourcesNote";

const EVERY_MS = 30_000;

/** Where advisories come from: of when they are, and what came of fetching them. */
export function AdvisorySourcesPage() {
  const { client } = useAccess();
  const sources = useResource("sources", (signal) => client.vulnerabilities.sources(signal), EVERY_MS);
  return (
    <>
      <PageHead
        title="Advisory sources"
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        <button type="button" className="button" onClick={sources.reload}>
          Refresh
        </button>
      </PageHead>
      <p className="lead">What the inventory is compared with. A source that cannot be read, or has lost much, is not put in force: what it said before still counts.</p>
      <Loaded of={sources} what="the sources">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No advisories are connected">
              <p>
                Nothing is looked for. Have an administrator set <code>EVENTSEC_ADVISORIES_DIR</code> to a directory of advisories, and <code>EVENTSEC_ADVISORIES_MIRROR</code> to
                have them fetched.
              </p>
            </Empty>
          ) : (
            <SourceTable sources={items} onAccepted={sources.reload} />
          )
        }
      </Loaded>
    </>
  );
}

function SourceTable({ sources, onAccepted }: { sources: AdvisorySource[]; onAccepted: () => void }) {
  const { can } = useAccess();
  const [accepting, setAccepting] = useState<AdvisorySource | null>(null);
  const mayAccept = can("system:manage");
  return (
    <>
      <Table label="Advisory sources" columns={["Source", "State", "Of when it is", { name: "Records", number: true }, "Last fetch", "Read", mayAccept && ACTIONS]}>
        {sources.map((source) => (
          <tr key={source.name}>
            <td className="cell-main cell-name">
              <Text value={source.name} max={100} />
            </td>
            <td>
              <StateBadge state={sourceState(source)} />
              {source.reason !== "" && (
                <p className="muted">
                  <Text value={source.reason} max={300} />
                </p>
              )}
            </td>
            <td className="cell-time">
              <Time at={source.newestAt} ago />
            </td>
            <td className="number">
              <Records source={source} />
            </td>
            <td>
              <Mirror mirror={source.mirror} />
            </td>
            <td className="cell-time">
              <Time at={source.readAt} ago />
            </td>
            {mayAccept && (
              <td className="cell-action">
                {source.state !== "in_force" && (
                  <button type="button" className="button button-small" onClick={() => setAccepting(source)} aria-label={`Accept ${plain(source.name)}`}>
                    Accept…
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </Table>
      {accepting !== null && <AcceptDialog source={accepting} onClose={() => setAccepting(null)} onAccepted={onAccepted} />}
    </>
  );
}

function Records({ source }: { source: AdvisorySource }) {
  return (
    <>
      {count(source.records)}
      {source.heldRecords !== null && <p className="muted">{count(source.heldRecords)} held back</p>}
      {source.refused > 0 && (
        <p className="muted" title={plain(source.firstRefusal)}>
          {count(source.refused)} could not be read
        </p>
      )}
    </>
  );
}

function Mirror({ mirror }: { mirror: AdvisoryMirror | null }) {
  if (mirror === null) return <span className="muted">not fetched here</span>;
  return (
    <>
      {mirror.outcome === "failed" ? <strong className="bad">Failed</strong> : mirror.outcome === "updated" ? "Updated" : "Nothing new"} <Time at={mirror.askedAt} ago />
      {mirror.failures > 0 && (
        <p className="muted">
          {counted(mirror.failures, "time")} in a row{mirror.lastError !== "" && ": "}
          <Text value={mirror.lastError} max={300} />
        </p>
      )}
    </>
  );
}

function AcceptDialog({ source, onClose, onAccepted }: { source: AdvisorySource; onClose: () => void; onAccepted: () => void }) {
  const { client } = useAccess();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const accept = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await client.vulnerabilities.acceptSource(source.name);
      onAccepted();
      onClose();
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Accept ${plain(source.name)} as it is?`} onClose={onClose}>
      <p>
        {source.state === "held_back"
          ? `It has ${count(source.heldRecords)} records and had ${count(source.records)}.`
          : "It cannot be read, and is given up: what it said does not count any more."}{" "}
        Findings that only the lost records speak for are then taken for fixed. It is done as soon as the timer <code>vulnerabilities</code> runs.
      </p>
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="dialog-tools">
        <button type="button" className="button" onClick={onClose}>
          Leave it
        </button>
        <button type="button" className="button button-danger" onClick={() => void accept()} disabled={busy}>
          Accept
        </button>
      </div>
    </Dialog>
  );
}
