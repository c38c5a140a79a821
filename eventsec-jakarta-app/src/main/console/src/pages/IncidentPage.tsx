import type { TaggedIncident } from "../api/subjects/incidents";
import { useResource } from "../api/useResource";
import type { Incident, IncidentChange, IncidentItem } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { SeverityBadge, StatusBadge } from "../ui/badges";
import { PageHead, Panel, Time } from "../ui/parts";
import { Loaded } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { IncidentActions } from "./IncidentActions";
import { PeoplePanel, PersonName } from "./PeoplePanel";

export function IncidentPage({ id }: { id: string }) {
  const { client } = useAccess();
  const tagged = useResource<TaggedIncident>(id, (signal) => client.incidents.one(id, signal));
  return (
    <Loaded of={tagged} what="the incident">
      {({ incident, etag }) => <IncidentView incident={incident} etag={etag} onChanged={tagged.set} onStale={tagged.reload} />}
    </Loaded>
  );
}

interface ViewProps {
  incident: Incident;
  etag: string;
  onChanged: (now: TaggedIncident) => void;
  onStale: () => void;
}

function IncidentView({ incident, etag, onChanged, onStale }: ViewProps) {
  const { client } = useAccess();
  const { people } = incident;
  return (
    <>
      <PageHead
        title={incident.title}
        context={
          <p className="crumbs">
            <Link to={paths.incidents}>Incidents</Link> <span aria-hidden="true">/</span>
          </p>
        }
      />
      <div className="alert-line">
        <SeverityBadge severity={incident.severity} />
        <StatusBadge status={incident.status} />
        <span>
          Created <Time at={incident.createdAt} ago /> by <PersonName person={people.createdBy} />
        </span>
        {incident.closedAt !== null && (
          <span>
            Closed <Time at={incident.closedAt} ago /> by <PersonName person={people.closedBy} />
          </span>
        )}
      </div>
      <IncidentActions incident={incident} etag={etag} onChanged={onChanged} onStale={onStale} />
      <div className="columns">
        <div>
          {incident.description !== "" && (
            <Panel title="Description">
              <Text value={incident.description} lines max={2000} />
            </Panel>
          )}
          <ItemsPanel items={incident.items} />
        </div>
        <div>
          <PeoplePanel
            owner={people.owner}
            assignee={people.assignee}
            needs="incidents:write"
            give={async (role, to) => onChanged(await client.incidents.change(incident.id, etag, { [role]: to }))}
            onStale={onStale}
          />
          <HistoryPanel changes={incident.history} />
        </div>
      </div>
    </>
  );
}

function ItemsPanel({ items }: { items: IncidentItem[] }) {
  return (
    <Panel title="Part of it" flush>
      <Table label="Items" columns={["Kind", "What", "Added by", "Added"]}>
        {items.map((item) => (
          <tr key={item.id}>
            <td>
              <span className="tag">{item.kind}</span>
            </td>
            <td className="cell-main">
              <ItemName item={item} />
            </td>
            <td>
              <PersonName person={item.addedBy} />
            </td>
            <td className="cell-time">
              <Time at={item.addedAt} />
            </td>
          </tr>
        ))}
        {items.length === 0 && (
          <tr>
            <td colSpan={4} className="muted">
              Nothing is part of it any more.
            </td>
          </tr>
        )}
      </Table>
    </Panel>
  );
}

function ItemName({ item }: { item: IncidentItem }) {
  const name = <Text value={item.label} max={160} expand={false} />;
  if (item.kind !== "alert") return name;
  return (
    <Link to={paths.alert(item.key)} data-row>
      {name}
    </Link>
  );
}

function HistoryPanel({ changes }: { changes: IncidentChange[] }) {
  return (
    <Panel title="History">
      <ol className="history" aria-label="History">
        {changes.map((change, i) => (
          <li key={i}>
            <Time at={change.at} /> <PersonName person={change.user} />: <Changed change={change} />
            {change.comment !== null && change.comment !== "" && (
              <p>
                <Text value={change.comment} lines max={1000} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Changed({ change }: { change: IncidentChange }) {
  switch (change.change) {
    case "status":
      return (
        <>
          <StatusBadge status={change.from ?? ""} /> → <StatusBadge status={change.to ?? ""} />
        </>
      );
    case "title":
      return (
        <>
          called it <Text value={change.to ?? ""} max={160} />, before <Text value={change.from ?? ""} max={160} />
        </>
      );
    case "owner":
    case "assignee":
      return (
        <>
          {change.change} is now <PersonName person={change.subject} />
        </>
      );
    case "item_added":
    case "item_removed":
      return (
        <>
          {change.change === "item_added" ? "added" : "took out"} {change.item?.kind}{" "}
          <code>
            <Text value={change.item?.key ?? ""} max={40} />
          </code>
        </>
      );
    default:
      return <>created it</>;
  }
}
