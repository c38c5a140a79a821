import { useResource } from "../api/useResource";
import type { EntityDetail, RiskContribution } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { counted, durationText, points } from "../text/values";
import { SeverityBadge, StatusBadge } from "../ui/badges";
import { Figure, PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";

/** The entity that the address names; in the query, since names have dots and slashes in them. */
export function EntityPage() {
  const [query] = useQuery();
  const kind = query.get("kind") ?? "";
  const name = query.get("name") ?? "";
  return <OneEntity key={`${kind} ${name}`} kind={kind} name={name} />;
}

function OneEntity({ kind, name }: { kind: string; name: string }) {
  const { client, can } = useAccess();
  const entity = useResource<EntityDetail>(`${kind} ${name}`, (signal) => client.alerts.entity(kind, name, signal));
  return (
    <>
      <PageHead
        title={name}
        context={
          <p className="crumbs">
            <Link to={paths.entities}>Entities</Link> <span aria-hidden="true">/</span> {kind}
          </p>
        }
      >
        {kind === "host" && can("inventory:read") && (
          <Link className="button" to={paths.assetsCalled(name)}>
            Inventory
          </Link>
        )}
        <Link className="button" to={paths.alertsAbout(name)}>
          Alerts with this name
        </Link>
      </PageHead>
      {entity.problem?.status === 404 ? (
        <Empty title="Nothing is held against it">
          <p>No alert has given it points, or they have faded.</p>
        </Empty>
      ) : (
        <Loaded of={entity} what="the entity">
          {(detail) => <EntityView entity={detail} />}
        </Loaded>
      )}
    </>
  );
}

function EntityView({ entity }: { entity: EntityDetail }) {
  return (
    <>
      <dl className="figures">
        <Figure name="Score now" value={points(entity.score)} hint={`halves every ${durationText(entity.halfLifeSeconds)}`} />
        <Figure name="Alerts" value={counted(entity.alerts, "alert")} hint="that gave points" />
        <Figure name="Last seen" value={<Time at={entity.lastSeenAt} ago />} />
      </dl>
      <Panel title="What the score is made of" flush>
        {entity.contributions.length === 0 ? (
          <p className="panel-text muted">The alerts are so old that it is no longer told which they were.</p>
        ) : (
          <ContributionTable contributions={entity.contributions} />
        )}
      </Panel>
      {entity.contributions.length > 0 && entity.contributions.length < entity.alerts && (
        <p className="muted">The newest {counted(entity.contributions.length, "alert")} of {entity.alerts.toLocaleString()} are shown; the score is of all.</p>
      )}
    </>
  );
}

function ContributionTable({ contributions }: { contributions: RiskContribution[] }) {
  return (
    <Table label="Contributions" columns={["Severity", "Alert", "Event", { name: "Points", number: true }, { name: "Left now", number: true }, "Status"]}>
      {contributions.map((one) => (
        <tr key={one.alertId} className="row-link">
          <td>
            <SeverityBadge severity={one.severity} />
          </td>
          <td className="cell-main">
            <Link to={paths.alert(one.alertId)} className="row-target" data-row>
              <Text value={one.title} max={160} expand={false} />
            </Link>
          </td>
          <td className="cell-time">
            <Time at={one.eventTime} />
          </td>
          <td className="number">{points(one.points)}</td>
          <td className="number">{points(one.left)}</td>
          <td>
            <StatusBadge status={one.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
