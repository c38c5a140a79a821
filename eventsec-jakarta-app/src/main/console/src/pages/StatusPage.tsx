import { useResource } from "../api/useResource";
import type { FieldValue, SystemStatus } from "../api/types";
import { useAccess } from "../app/session";
import { StateBadge } from "../ui/badges";
import { PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { count, valueText } from "../text/values";
import { TimersPanel } from "./TimersPanel";

const EVERY_MS = 10_000;

export function StatusPage() {
  const { client } = useAccess();
  const status = useResource("status", (signal) => client.system.status(signal), EVERY_MS);
  return (
    <>
      <PageHead title="System">
        <span className="muted">Renewed every {EVERY_MS / 1000} s</span>
      </PageHead>
      <Loaded of={status} what="the system's status">
        {(data) => (
          <>
            <Components status={data} />
            <Readers status={data} />
            <Counters counters={data.counters} />
          </>
        )}
      </Loaded>
      <TimersPanel everyMs={EVERY_MS} />
    </>
  );
}

function Components({ status: { components } }: { status: SystemStatus }) {
  return (
    <Panel title="Components" flush>
      <Table label="Components" columns={["Component", "State", "Reason", "Since"]}>
        {components.map(({ name, state, reason, since }) => (
          <tr key={name}>
            <td className="cell-main">{name}</td>
            <td>
              <StateBadge state={state} />
            </td>
            <td>{reason !== null && reason !== "" ? <Text value={reason} max={400} /> : <span className="muted">–</span>}</td>
            <td className="cell-time">{since === null ? <span className="muted">–</span> : <Time at={since} />}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function Readers({ status: { readers } }: { status: SystemStatus }) {
  return (
    <Panel title="Readers of the journal" flush>
      {readers.length === 0 ? (
        <Empty title="No reader runs here">
          <p>This node serves the web only; another node reads the journal.</p>
        </Empty>
      ) : (
        <Table label="Readers" columns={["Reader", "State", { name: "Position", number: true }, { name: "Batches behind", number: true }, "Last error"]}>
          {readers.map((reader) => (
            <tr key={reader.name}>
              <td className="cell-main">{reader.name}</td>
              <td>
                <StateBadge state={reader.state} />
              </td>
              <td className="number">{reader.position}</td>
              <td className="number">{count(reader.lagBatches)}</td>
              <td>{reader.lastError !== null && reader.lastError !== "" ? <Text value={reader.lastError} max={400} /> : <span className="muted">none</span>}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

function Counters({ counters }: { counters: Record<string, FieldValue> }) {
  const rows = flat("", counters);
  if (rows.length === 0) return null;
  return (
    <Panel title="Counters">
      <dl className="facts facts-columns">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{spaced(name)}</dt>
            <dd>{typeof value === "number" ? count(value) : <Text value={valueText(value)} max={120} />}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** `detectLagBatches` is shown as "detect lag batches". */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

/** Counters may stand in groups: `{journal: {appended: 3}}` is shown as `journal.appended`. */
function flat(before: string, counters: Record<string, FieldValue>): [string, FieldValue][] {
  return Object.entries(counters).flatMap(([name, value]): [string, FieldValue][] =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? flat(`${before}${name}.`, value) : [[before + name, value]],
  );
}
