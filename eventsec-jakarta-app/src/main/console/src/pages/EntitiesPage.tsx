import { usePages } from "../api/useResource";
import { ENTITY_KINDS, type EntityRisk, type Page } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { count, points } from "../text/values";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";

const KIND_NAMES = { host: "Hosts", user: "Users", address: "Addresses" } as const;
const MINIMA = [0, 20, 50, 100] as const;

/** Hosts, users and addresses, those first against which there is most. */
export function EntitiesPage() {
  const { client } = useAccess();
  const [query, change] = useQuery();
  const kind = ENTITY_KINDS.find((one) => one === query.get("kind")) ?? "";
  const minimum = MINIMA.find((one) => String(one) === query.get("minimum")) ?? 0;
  const pages = usePages<EntityRisk, Page<EntityRisk>>(JSON.stringify([kind, minimum]), (cursor, signal) => client.alerts.entities(kind, minimum, cursor, signal));
  const narrowed = kind !== "" || minimum > 0;
  return (
    <>
      <PageHead title="Entities">
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <div className="filters" role="group" aria-label="Filter entities">
        <fieldset>
          <legend>Kind</legend>
          {ENTITY_KINDS.map((one) => (
            <label key={one} className="toggle">
              <input type="checkbox" checked={kind === one} onChange={() => change((next) => (kind === one ? next.delete("kind") : next.set("kind", one)))} />
              <span>{KIND_NAMES[one]}</span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Score of at least</legend>
          {MINIMA.filter((one) => one > 0).map((one) => (
            <label key={one} className="toggle">
              <input type="checkbox" checked={minimum === one} onChange={() => change((next) => (minimum === one ? next.delete("minimum") : next.set("minimum", String(one))))} />
              <span>{one}</span>
            </label>
          ))}
        </fieldset>
        {narrowed && (
          <Link className="button button-quiet" to={paths.entities}>
            Clear all
          </Link>
        )}
      </div>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="entities" />}
      {pages.last !== null && pages.items.length === 0 && (
        <Empty title={narrowed ? "Nothing fits this filter" : "Nothing is held against anybody"}>
          <p>Alerts give points to the hosts, users and addresses that they are about; the points fade with time.</p>
        </Empty>
      )}
      {pages.items.length > 0 && <EntityTable entities={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="entities" />
    </>
  );
}

function EntityTable({ entities }: { entities: EntityRisk[] }) {
  return (
    <Table label="Entities" columns={["Kind", "Name", { name: "Score now", number: true }, { name: "Alerts", number: true }, "Last seen"]}>
      {entities.map((entity) => (
        <tr key={`${entity.kind} ${entity.name}`} className="row-link">
          <td>{entity.kind}</td>
          <td className="cell-main">
            <Link to={paths.entity(entity.kind, entity.name)} className="row-target" data-row>
              <Text value={entity.name} max={160} expand={false} />
            </Link>
          </td>
          <td className="number">{points(entity.score)}</td>
          <td className="number">{count(entity.alerts)}</td>
          <td className="cell-time">
            <Time at={entity.lastSeenAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
