import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import type { Timer } from "../api/types";
import { useAccess } from "../app/session";
import { StateBadge } from "../ui/badges";
import { Panel, Time } from "../ui/parts";
import { Loaded, ProblemNote } from "../ui/states";
import { ACTIONS, Table } from "../ui/Table";
import { Text } from "../ui/Text";

/** What is done every so often, on whatever node, and how it went. */
export function TimersPanel({ everyMs }: { everyMs: number }) {
  const { client } = useAccess();
  const timers = useResource("timers", (signal) => client.system.timers(signal), everyMs);
  return (
    <Panel title="Timers" flush>
      <Loaded of={timers} what="the timers">
        {({ items }) => (
          <Table label="Timers" columns={["Timer", "State", "Last run", { name: "Took", number: true }, "Result", "Next run", ACTIONS]}>
            {items.map((timer) => (
              <Row key={timer.name} timer={timer} onRun={timers.reload} />
            ))}
          </Table>
        )}
      </Loaded>
    </Panel>
  );
}

function Row({ timer, onRun }: { timer: Timer; onRun: () => void }) {
  const { can } = useAccess();
  const run = timer.lastRun;
  return (
    <tr>
      <td className="cell-main">{timer.name}</td>
      <td>
        <StateBadge state={timerState(timer)} />
      </td>
      <td className="cell-time">{run === null ? <span className="muted">never</span> : <Time at={run.finishedAt} />}</td>
      <td className="number">{run === null ? "" : `${run.durationMillis} ms`}</td>
      <td>{run === null ? <span className="muted">–</span> : <Text value={run.failure ?? run.report ?? ""} max={400} />}</td>
      <td className="cell-time">
        <Time at={timer.nextRunAt} />
      </td>
      <td>{can("system:manage") && <RunNow name={timer.name} onRun={onRun} />}</td>
    </tr>
  );
}

function timerState(timer: Timer): string {
  if (timer.runningOn !== null) return "working";
  return timer.failuresInARow > 0 ? "failing" : "idle";
}

function RunNow({ name, onRun }: { name: string; onRun: () => void }) {
  const { client } = useAccess();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const run = async () => {
    setProblem(null);
    try {
      await client.system.runTimer(name);
      onRun();
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void run()} aria-label={`Run ${name} now`}>
        Run now
      </button>
      {problem !== null && <ProblemNote problem={problem} />}
    </>
  );
}
