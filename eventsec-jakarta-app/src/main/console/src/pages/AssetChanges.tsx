import { useState } from "react";
import { type Asset, CHANGE_KINDS, type ChangeKind, type ChangeTotals, type ComponentChange, type ComponentChangePage } from "../api/inventory";
import { usePages } from "../api/useResource";
import { useAccess } from "../app/session";
import { useQuery } from "../router/Link";
import { count } from "../text/values";
import { More, Time } from "../ui/parts";
import { Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";

const PAGE = 100;

const NAMES: Record<ChangeKind, string> = { installed: "Installed", upgraded: "Other version", removed: "Removed" };

/** What has changed on a host between two moments, of components with that in their names; `to` is now if it is null. */
export function AssetChanges({ asset, from, to, q }: { asset: Asset; from: string; to: string | null; q: string }) {
  const { client } = useAccess();
  const [query, change] = useQuery();
  const [totals, setTotals] = useState<ChangeTotals | null>(null);
  const kind = CHANGE_KINDS.find((one) => one === query.get("kind")) ?? null;
  const pages = usePages<ComponentChange, ComponentChangePage>(`${asset.id} ${from} ${to} ${q} ${kind}`, async (cursor, signal) => {
    const page = await client.inventory.changes(asset.id, { from, to, q, kind }, cursor, PAGE, signal);
    if (page.totals !== null) setTotals(page.totals);
    return page;
  });
  return (
    <>
      {totals !== null && (
        <div className="panel-text filters">
          <span>
            From <Time at={from} /> to {to === null ? "now" : <Time at={to} />}:
          </span>
          <fieldset>
            <legend className="visually-hidden">Which changes</legend>
            {CHANGE_KINDS.map((one) => (
              <label key={one} className="toggle">
                <input type="checkbox" checked={kind === one} onChange={() => change((next) => next.set("kind", kind === one ? "" : one))} />
                <span>
                  {NAMES[one]} {count(totals[one])}
                </span>
              </label>
            ))}
          </fieldset>
          {totals.before === 0 && <span className="muted">Of the first of these days nothing is known, so that all counts as installed.</span>}
        </div>
      )}
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="what has changed" />}
      {pages.items.length > 0 && <ChangeTable changes={pages.items} />}
      {pages.last !== null && pages.items.length === 0 && <p className="panel-text muted">Nothing has changed{kind !== null || q !== "" ? " of what is asked for" : ""}.</p>}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="changes" />
    </>
  );
}

function ChangeTable({ changes }: { changes: ComponentChange[] }) {
  return (
    <Table label="What has changed" columns={["Component", "Change", "Before", "After", "Ecosystem"]}>
      {changes.map((one) => (
        <tr key={`${one.ecosystem} ${one.name} ${one.arch}`}>
          <td className="cell-main">
            <Text value={one.name} max={120} />
            {one.arch !== "" && (
              <span className="muted">
                {" "}
                <Text value={one.arch} max={30} expand={false} />
              </span>
            )}
          </td>
          <td>{NAMES[one.kind]}</td>
          <td className="mono">
            <Versions of={one.before} />
          </td>
          <td className="mono">
            <Versions of={one.after} />
          </td>
          <td>
            <Text value={one.ecosystem} max={40} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Versions({ of }: { of: string[] }) {
  return of.length === 0 ? <span className="muted">–</span> : <Text value={of.join(", ")} max={120} />;
}
