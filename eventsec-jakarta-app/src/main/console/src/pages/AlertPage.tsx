import type { TaggedAlert } from "../api/subjects/alerts";
import { useResource } from "../api/useResource";
import type { Alert, AlertChange, MatchedItem } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { useLive } from "../live/LiveAlerts";
import { Link } from "../router/Link";
import { SeverityBadge, StatusBadge } from "../ui/badges";
import { PageHead, Panel, Time } from "../ui/parts";
import { Loaded } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { valueText } from "../text/values";
import { plain } from "../text/visible";
import { AlertActions } from "./AlertActions";
import { CreateIncident } from "./CreateIncident";
import { EvidencePanel } from "./EvidencePanel";
import { PeoplePanel, PersonName } from "./PeoplePanel";
import { pivotPath, pivotsOf } from "./pivots";
import { RuleOfAlert } from "./RuleOfAlert";

export function AlertPage({ id }: { id: string }) {
  const { client } = useAccess();
  const tagged = useResource<TaggedAlert>(id, (signal) => client.alerts.one(id, signal));
  useLive((event) => {
    if (event.kind === "resumed") return tagged.reload();
    const news = event.kind === "alert" ? event.alert : event.change;
    if (news.id === id && news.revision > (tagged.data?.alert.revision ?? -1)) tagged.reload();
  });
  return (
    <Loaded of={tagged} what="the alert">
      {({ alert, etag }) => <AlertView alert={alert} etag={etag} onChanged={tagged.set} onStale={tagged.reload} />}
    </Loaded>
  );
}

interface ViewProps {
  alert: Alert;
  etag: string;
  onChanged: (now: TaggedAlert) => void;
  onStale: () => void;
}

function AlertView({ alert, etag, onChanged, onStale }: ViewProps) {
  return (
    <>
      <PageHead
        title={alert.title}
        context={
          <p className="crumbs">
            <Link to={paths.alerts}>Alerts</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        <CreateIncident alert={alert} />
      </PageHead>
      <div className="alert-line">
        <SeverityBadge severity={alert.severity} />
        <StatusBadge status={alert.status} />
        <span>
          Event <Time at={alert.eventTime} ago />
        </span>
        {alert.firings > 1 && (
          <span title="How often the condition of the rule was reached, and when last">
            Reached {alert.firings.toLocaleString()} times, last <Time at={alert.lastEventTime} ago />
          </span>
        )}
        <span>
          Raised <Time at={alert.raisedAt} ago />
        </span>
        <span>
          Source <Text value={alert.source} max={60} />
        </span>
        {alert.correlationId != null && (
          <span title="The exchange that brought its first event, as the server's log and the sender know it">
            Exchange{" "}
            <code>
              <Text value={alert.correlationId} max={64} />
            </code>
          </span>
        )}
      </div>
      <AlertActions alert={alert} etag={etag} onChanged={onChanged} onStale={onStale} />
      <div className="columns">
        <div>
          <WhyPanel alert={alert} />
          {alert.evidence.map((evidence, i) => (
            <EvidencePanel key={evidence.eventId} evidence={evidence} title={alert.evidence.length === 1 ? "Evidence" : `Evidence ${i + 1} of ${alert.evidence.length}`} />
          ))}
        </div>
        <div>
          <AlertPeople alert={alert} etag={etag} onChanged={onChanged} onStale={onStale} />
          <EntitiesPanel alert={alert} />
          <HistoryPanel changes={alert.history ?? []} />
          <RuleOfAlert key={alert.id} alert={alert} />
        </div>
      </div>
    </>
  );
}

function AlertPeople({ alert, etag, onChanged, onStale }: ViewProps) {
  const { client } = useAccess();
  return (
    <PeoplePanel
      owner={alert.people?.owner ?? null}
      assignee={alert.people?.assignee ?? null}
      needs="alerts:write"
      give={async (role, to) => onChanged(await client.alerts.change(alert.id, etag, { [role]: to }))}
      onStale={onStale}
    />
  );
}

function WhyPanel({ alert }: { alert: Alert }) {
  return (
    <Panel title="Why it fired" flush>
      {alert.description !== null && alert.description !== "" && (
        <p className="panel-text">
          <Text value={alert.description} lines max={2000} />
        </p>
      )}
      <Table label="Matched items" columns={["Selection", "Field", "The rule asks for", "The event has"]}>
        {alert.matchedItems.map((item, i) => (
          <tr key={i}>
            <td>
              <Text value={item.selection} max={60} />
            </td>
            <td>
              <code>
                <Text value={item.field || "(any field)"} max={80} />
              </code>
            </td>
            <td>
              <Asked item={item} />
            </td>
            <td>
              <code>
                <Text value={valueText(item.actual)} />
              </code>
            </td>
          </tr>
        ))}
        {alert.matchedItems.length === 0 && (
          <tr>
            <td colSpan={4} className="muted">
              The alert names no single items: its condition was met as a whole. See the rule.
            </td>
          </tr>
        )}
      </Table>
    </Panel>
  );
}

function Asked({ item }: { item: MatchedItem }) {
  return (
    <>
      {item.modifiers.map((modifier) => (
        <span key={modifier} className="tag">
          <Text value={modifier} max={30} />
        </span>
      ))}
      <code>
        <Text value={valueText(item.value)} />
      </code>
    </>
  );
}

function EntitiesPanel({ alert }: { alert: Alert }) {
  const { can } = useAccess();
  const pivots = pivotsOf(alert);
  return (
    <Panel title="About">
      {pivots.length === 0 && <p className="muted">The event names no host, user or address.</p>}
      <ul className="pivots">
        {pivots.map(({ kind, value, fields }) => (
          <li key={`${kind} ${value}`}>
            <span className="muted">{kind}</span>{" "}
            <strong>
              <Text value={value} max={80} />
            </strong>{" "}
            <Link to={paths.entity(kind, value)} aria-label={`Risk of ${plain(value)}`} title="What alerts have collected against it">
              risk
            </Link>
            {kind === "host" && can("inventory:read") && (
              <>
                {" "}
                <Link to={paths.assetsCalled(value)} aria-label={`${plain(value)} in the inventory`} title="What is installed on it, and what is wrong with that">
                  inventory
                </Link>
              </>
            )}
            {can("events:read") && (
              <span className="pivot-links">
                {(fields.length === 0 ? [null] : fields).map((field) => (
                  <Link key={field ?? "text"} to={pivotPath(alert, field, value)} title="Events from an hour before to an hour after">
                    {field === null ? "search events" : `${field} in events`}
                  </Link>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Attack alert={alert} />
    </Panel>
  );
}

function Attack({ alert }: { alert: Alert }) {
  const otherTags = alert.tags.filter((tag) => !alert.attack.some(({ id }) => tag.toLowerCase() === `attack.${id.toLowerCase()}`));
  return (
    <>
      {alert.attack.length > 0 && (
        <>
          <h3>ATT&amp;CK</h3>
          <ul className="plain">
            {alert.attack.map(({ id, name }) => (
              <li key={id}>
                <span className="tag">
                  <Text value={id} max={30} />
                </span>
                {name !== null && <Text value={name} max={100} />}
              </li>
            ))}
          </ul>
        </>
      )}
      {otherTags.length > 0 && (
        <>
          <h3>Tags</h3>
          <p>
            {otherTags.map((tag) => (
              <span key={tag} className="tag">
                <Text value={tag} max={60} />
              </span>
            ))}
          </p>
        </>
      )}
    </>
  );
}

function Changed({ change }: { change: AlertChange }) {
  if (change.change === "owner" || change.change === "assignee") {
    return (
      <>
        {change.change} is now <PersonName person={change.subject ?? null} />
      </>
    );
  }
  return (
    <>
      <StatusBadge status={change.from} /> → <StatusBadge status={change.to} />
    </>
  );
}

function HistoryPanel({ changes }: { changes: AlertChange[] }) {
  if (changes.length === 0) return null;
  return (
    <Panel title="History">
      <ol className="history" aria-label="History">
        {changes.map((change, i) => (
          <li key={i}>
            <Time at={change.at} /> <Text value={change.user} max={64} />: <Changed change={change} />
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
