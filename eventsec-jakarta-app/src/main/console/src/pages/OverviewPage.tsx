import { useResource } from "../api/useResource";
import { type Overview, SEVERITIES } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { useLive } from "../live/LiveAlerts";
import { Link, useQuery } from "../router/Link";
import { SeverityBadge } from "../ui/badges";
import { TimeChart } from "../ui/Chart";
import { Figure, PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { TableHead } from "../ui/Table";
import { Text } from "../ui/Text";
import { count } from "../text/values";
import { useDebounced } from "./AlertsPage";

const SPANS = [
  { hours: 1, name: "Last hour", range: "1h" },
  { hours: 4, name: "Last 4 hours", range: "4h" },
  { hours: 24, name: "Last 24 hours", range: "24h" },
  { hours: 168, name: "Last 7 days", range: "7d" },
] as const;
const EVERY_MS = 30_000;

export function OverviewPage() {
  const { client } = useAccess();
  const [query, change] = useQuery();
  const span = SPANS.find(({ hours }) => String(hours) === query.get("hours")) ?? SPANS[2];
  const overview = useResource(String(span.hours), (signal) => client.alerts.overview(span.hours, signal), EVERY_MS);
  const renew = useDebounced(overview.reload, 2000);
  useLive(renew);
  return (
    <>
      <PageHead title="Overview">
        <label className="inline-field">
          <span>Time</span>
          <select value={span.hours} onChange={(event) => change((next) => next.set("hours", event.target.value))}>
            {SPANS.map(({ hours, name }) => (
              <option key={hours} value={hours}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </PageHead>
      <Loaded of={overview} what="the overview">
        {(data) => <OverviewView data={data} range={span.range} />}
      </Loaded>
    </>
  );
}

function OverviewView({ data, range }: { data: Overview; range: string }) {
  const { can } = useAccess();
  return (
    <>
      {!data.search.available && (
        <div className="note note-warn" role="alert">
          <p className="note-title">The event search is away</p>
          <p>
            {data.search.reason !== null && <Text value={data.search.reason} max={400} />} Events and sources cannot be shown. What sensors send is
            kept meanwhile, and alerts go on.
          </p>
        </div>
      )}
      <dl className="figures">
        <Figure name="Open alerts" value={<Link to="/alerts?status=open">{count(data.alerts.open)}</Link>} hint={`of ${count(data.alerts.total)} raised in this time`} />
        <Figure
          name="Critical and high"
          value={<Link to="/alerts?severity=critical,high">{count((data.alerts.bySeverity.critical ?? 0) + (data.alerts.bySeverity.high ?? 0))}</Link>}
          hint="alerts"
        />
        <Figure name="Events" value={data.events === null ? "–" : can("events:read") ? <Link to={paths.events({ range })}>{count(data.events.total)}</Link> : count(data.events.total)} hint={data.events === null ? "unknown: search is away" : "found in search"} />
        <Figure name="Sources" value={data.sources === null ? "–" : count(data.sources.length)} hint="with events" />
        <DeadLettersFigure letters={data.pipeline.deadLetters} />
      </dl>
      <div className="columns">
        <div>
          <Panel title="Events over time">
            {data.events === null ? (
              <Empty title="Unknown while the search is away" />
            ) : data.events.perBucket.length === 0 || data.events.total === 0 ? (
              <Empty title="No events in this time">
                <p>Choose a longer time above, or let a sensor send some.</p>
              </Empty>
            ) : (
              <TimeChart buckets={data.events.perBucket} what="Events" />
            )}
          </Panel>
          <TopRules data={data} />
          <Sources data={data} range={range} />
        </div>
        <div>
          <BySeverity data={data} />
          <Pipeline data={data} />
        </div>
      </div>
    </>
  );
}

function DeadLettersFigure({ letters }: { letters: number }) {
  const { can } = useAccess();
  return (
    <Figure
      name="Dead letters"
      value={can("system:read") ? <Link to={paths.deadLetters}>{count(letters)}</Link> : count(letters)}
      hint={letters === 0 ? "all could be read" : "could not be read or stored"}
      tone={letters > 0 ? "warn" : undefined}
    />
  );
}

function BySeverity({ data }: { data: Overview }) {
  const counts = SEVERITIES.map((severity) => ({ severity, n: data.alerts.bySeverity[severity] ?? 0 }));
  const most = Math.max(1, ...counts.map(({ n }) => n));
  return (
    <Panel title="Alerts by severity">
      <ul className="bars">
        {counts.map(({ severity, n }) => (
          <li key={severity}>
            <Link to={`/alerts?severity=${severity}`}>
              <SeverityBadge severity={severity} />
              <svg className={`bar bar-${severity}`} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(n / most) * 100} height="8" />
              </svg>
              <span className="number">{count(n)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function TopRules({ data }: { data: Overview }) {
  return (
    <Panel title="Rules that fired" flush>
      {data.alerts.byRule.length === 0 ? (
        <Empty title="No alert in this time" />
      ) : (
        <table className="table" aria-label="Rules that fired">
          <TableHead columns={["Severity", "Rule", { name: "Alerts", number: true }]} />
          <tbody>
            {data.alerts.byRule.map((rule) => (
              <tr key={rule.ruleId}>
                <td>
                  <SeverityBadge severity={rule.severity} />
                </td>
                <td className="cell-main">
                  <Link to={paths.alertsOfRule(rule.ruleId)} data-row>
                    <Text value={rule.title} max={120} expand={false} />
                  </Link>
                </td>
                <td className="number">{count(rule.count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Sources({ data, range }: { data: Overview; range: string }) {
  const { can } = useAccess();
  if (data.sources === null) return null;
  return (
    <Panel title="Sources" flush>
      {data.sources.length === 0 ? (
        <Empty title="No source sent events in this time" />
      ) : (
        <table className="table" aria-label="Sources">
          <TableHead columns={["Source", "Last event", { name: "Events", number: true }]} />
          <tbody>
            {data.sources.map(({ source, events, lastEventAt }) => (
              <tr key={source}>
                <td className="cell-main">
                  <Text value={source} max={80} />
                </td>
                <td>
                  <Time at={lastEventAt} ago />
                </td>
                <td className="number">{count(events)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {can("events:read") && data.sources.length > 0 && (
        <p className="panel-text">
          <Link to={paths.events({ range })}>Search their events</Link>
        </p>
      )}
    </Panel>
  );
}

function Pipeline({ data: { pipeline, search } }: { data: Overview }) {
  const { can } = useAccess();
  const lag = (batches: number) => (batches === 0 ? "up to date" : `${count(batches)} ${batches === 1 ? "batch" : "batches"} behind`);
  return (
    <Panel title="Pipeline" tools={can("system:read") ? <Link to={paths.status}>System</Link> : undefined}>
      <dl className="facts">
        <div>
          <dt>Accepted</dt>
          <dd>{count(pipeline.accepted)}</dd>
        </div>
        <div>
          <dt>Detected</dt>
          <dd>
            {count(pipeline.detected)} <span className="muted">{lag(pipeline.detectLagBatches)}</span>
          </dd>
        </div>
        <div>
          <dt>Indexed</dt>
          <dd>
            {count(pipeline.indexed)} <span className="muted">{lag(pipeline.indexLagBatches)}</span>
          </dd>
        </div>
        <div>
          <dt>Dead letters</dt>
          <dd>{count(pipeline.deadLetters)}</dd>
        </div>
        <div>
          <dt>To be sent on</dt>
          <dd>{count(pipeline.outboxPending)}</dd>
        </div>
        <div>
          <dt>Event search</dt>
          <dd>{search.available ? "available" : "away"}</dd>
        </div>
      </dl>
    </Panel>
  );
}
