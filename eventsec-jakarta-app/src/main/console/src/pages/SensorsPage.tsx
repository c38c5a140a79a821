import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import type { CreatedSensor, Sensor } from "../api/types";
import { useAccess } from "../app/session";
import { plain } from "../text/visible";
import { CopyButton, Dialog, PageHead, Time } from "../ui/parts";
import { Empty, Loaded, ProblemNote } from "../ui/states";
import { ACTIONS, Table } from "../ui/Table";
import { Text } from "../ui/Text";

export function SensorsPage() {
  const { client } = useAccess();
  const sensors = useResource("sensors", (signal) => client.system.sensors(signal));
  const [created, setCreated] = useState<CreatedSensor | null>(null);
  const [revoking, setRevoking] = useState<Sensor | null>(null);
  return (
    <>
      <PageHead title="Sensors" />
      <CreateSensor
        onCreated={(sensor) => {
          setCreated(sensor);
          sensors.reload();
        }}
      />
      <Loaded of={sensors} what="the sensors">
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No sensors yet">
              <p>A sensor's token lets it send events. Create one above for each machine that sends.</p>
            </Empty>
          ) : (
            <SensorTable sensors={items} onRevoke={setRevoking} />
          )
        }
      </Loaded>
      {created !== null && <TokenDialog sensor={created} onClose={() => setCreated(null)} />}
      {revoking !== null && <RevokeDialog sensor={revoking} onClose={() => setRevoking(null)} onRevoked={sensors.reload} />}
    </>
  );
}

function CreateSensor({ onCreated }: { onCreated: (sensor: CreatedSensor) => void }) {
  const { client } = useAccess();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      onCreated(await client.system.createSensor(name.trim()));
      setName("");
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <form className="filters" aria-label="Create a sensor" onSubmit={(event) => void create(event)}>
        <label className="inline-field">
          <span>Name of the new sensor</span>
          <input value={name} onChange={(event) => setName(event.target.value)} placeholder="for example suricata-dmz" required maxLength={100} spellCheck={false} autoComplete="off" />
        </label>
        <button type="submit" className="button button-primary" disabled={busy || name.trim() === ""}>
          Create sensor
        </button>
      </form>
      {problem !== null && <ProblemNote problem={problem} />}
    </>
  );
}

function SensorTable({ sensors, onRevoke }: { sensors: Sensor[]; onRevoke: (sensor: Sensor) => void }) {
  return (
    <Table label="Sensors" columns={["Name", "Created", "Last used", "State", ACTIONS]}>
      {sensors.map((sensor) => (
        <tr key={sensor.id}>
          <td className="cell-main">
            <Text value={sensor.name} max={100} />
          </td>
          <td className="cell-time">
            <Time at={sensor.createdAt} />
          </td>
          <td className="cell-time">
            <Time at={sensor.lastUsedAt} ago />
          </td>
          <td>
            {sensor.revokedAt === null ? (
              "Active"
            ) : (
              <span className="muted">
                Revoked <Time at={sensor.revokedAt} />
              </span>
            )}
          </td>
          <td className="cell-action">
            {sensor.revokedAt === null && (
              <button type="button" className="button button-small button-danger" onClick={() => onRevoke(sensor)} aria-label={`Revoke ${plain(sensor.name)}`}>
                Revoke
              </button>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function TokenDialog({ sensor, onClose }: { sensor: CreatedSensor; onClose: () => void }) {
  const command = [
    "curl \\",
    `  -H 'Authorization: Bearer ${sensor.token}' \\`,
    "  -H 'Content-Type: application/x-ndjson' \\",
    "  --data-binary @eve.json \\",
    `  ${window.location.origin}/api/v1/ingest/suricata`,
  ].join("\n");
  return (
    <Dialog title={`Token of ${plain(sensor.name)}`} onClose={onClose}>
      <p>
        Copy it now: <strong>it is shown only this once.</strong> If it is lost, revoke the sensor and create another.
      </p>
      <div className="secret">
        <code aria-label="Sensor token">{sensor.token}</code>
        <CopyButton text={sensor.token} what="token" />
      </div>
      <h3>Try it</h3>
      <pre className="code code-wrap">{command}</pre>
      <div className="dialog-tools">
        <button type="button" className="button button-primary" onClick={onClose}>
          I have copied it
        </button>
      </div>
    </Dialog>
  );
}

function RevokeDialog({ sensor, onClose, onRevoked }: { sensor: Sensor; onClose: () => void; onRevoked: () => void }) {
  const { client } = useAccess();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const revoke = async () => {
    setBusy(true);
    try {
      await client.system.revokeSensor(sensor.id);
      onRevoked();
      onClose();
    } catch (failure) {
      setProblem(asProblem(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Revoke ${plain(sensor.name)}?`} onClose={onClose}>
      <p>From then on what it sends is refused. This cannot be undone; what it sent so far stays.</p>
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="dialog-tools">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button type="button" className="button button-danger" onClick={() => void revoke()} disabled={busy}>
          Revoke
        </button>
      </div>
    </Dialog>
  );
}
