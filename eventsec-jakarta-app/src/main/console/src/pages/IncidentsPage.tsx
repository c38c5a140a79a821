import { usePages } from "../api/useResource";
import { INCIDENT_STATUSES, type IncidentSummary, type Page } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { count } from "../text/values";
import { SeverityBadge, StatusBadge, statusName } from "../ui/badges";
import { More, PageHead, Time } from "../ui/parts";
import { Empty, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { toggled } from "./alertFilters";
import { PersonName } from "./PeoplePanel";

export function IncidentsPage() {
  const { client } = useAccess();
  const [query, change] = useQuery();
  const status = INCIDENT_STATUSES.filter((one) => (query.get("status") ?? "").split(",").includes(one));
  const alert = query.get("alert") ?? "";
  const pages = usePages<IncidentSummary, Page<IncidentSummary>>(JSON.stringify([status, alert]), (cursor, signal) => client.incidents.list(status, alert, cursor, signal));
  const narrowed = status.length > 0 || alert !== "";
  return (
    <>
      <PageHead title="Incidents">
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <div className="filters" role="group" aria-label="Filter incidents">
        <fieldset>
          <legend>Status</legend>
          {INCIDENT_STATUSES.map((one) => (
            <label key={one} className="toggle">
              <input type="checkbox" checked={status.includes(one)} onChange={() => change((next) => next.set("status", toggled(status, one).join(",")))} />
              <span>{statusName(one)}</span>
            </label>
          ))}
        </fieldset>
        {alert !== "" && (
          <button type="button" className="chip" onClick={() => change((next) => next.delete("alert"))} aria-label="Remove the filter alert">
            Of one alert <span aria-hidden="true">×</span>
          </button>
        )}
        {narrowed && (
          <Link className="button button-quiet" to={paths.incidents}>
            Clear all
          </Link>
        )}
      </div>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {pages.last === null && pages.problem === null && <Loading what="incidents" />}
      {pages.last !== null && pages.items.length === 0 && (
        <Empty title={narrowed ? "No incident fits this filter" : "No incidents yet"}>
          <p>An incident is made of an alert, on the alert's page.</p>
        </Empty>
      )}
      {pages.items.length > 0 && <IncidentTable incidents={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="incidents" />
    </>
  );
}

function IncidentTable({ incidents }: { incidents: IncidentSummary[] }) {
  return (
    <Table label="Incidents" columns={["Severity", "Incident", "Owner", "Assignee", { name: "Items", number: true }, "Created", "Changed", "Status"]}>
      {incidents.map((incident) => (
        <tr key={incident.id} className="row-link">
          <td>
            <SeverityBadge severity={incident.severity} />
          </td>
          <td className="cell-main">
            <Link to={paths.incident(incident.id)} className="row-target" data-row>
              <Text value={incident.title} max={160} expand={false} />
            </Link>
          </td>
          <td>
            <PersonName person={incident.people.owner} />
          </td>
          <td>
            <PersonName person={incident.people.assignee} />
          </td>
          <td className="number">{count(incident.itemCount)}</td>
          <td className="cell-time">
            <Time at={incident.createdAt} />
          </td>
          <td className="cell-time">
            <Time at={incident.updatedAt} />
          </td>
          <td>
            <StatusBadge status={incident.status} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
