import { useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useResource } from "../api/useResource";
import type { Coverage, Covered, Gap, Reevaluation } from "../api/types";
import { useAccess } from "../app/session";
import { Panel, Time } from "../ui/parts";
import { Empty, Loaded, ProblemNote } from "../ui/states";
import { ACTIONS, type Column, TableHead } from "../ui/Table";
import { Text } from "../ui/Text";
import { count, counted } from "../text/values";

const LOOK_AGAIN_MS = 10_000;

const REASONS: Record<string, string> = {
  version: "Another version of the rule ran",
  absent: "The rule did not run",
  failed: "They broke a rule",
  late: "They came too late",
  ahead: "Their clock is ahead",
  waiting: "They wait to be read; the times are those of receipt",
};

const STATES: Record<string, string> = {
  open: "Can be re-evaluated",
  queued: "Going to be re-evaluated",
  reevaluated: "Re-evaluated",
  gone: "The journal no longer has them",
};

/** What the rule has seen, what it has not, and what was done about it. */
export function CoveragePanel({ rule }: { rule: string }) {
  const { client } = useAccess();
  const known = useResource(
    rule,
    async (signal) => {
      const [coverage, { items }] = await Promise.all([client.rules.coverage(rule, signal), client.rules.reevaluations(rule, signal)]);
      return { coverage, reevaluations: items };
    },
    LOOK_AGAIN_MS,
  );
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [asking, setAsking] = useState(false);
  const reevaluate = async (ranges: readonly Covered[] | "all") => {
    setProblem(null);
    setAsking(true);
    try {
      await client.rules.reevaluate(rule, ranges);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
    setAsking(false);
    known.reload();
  };
  return (
    <Panel title="Coverage" flush>
      {problem !== null && <ProblemNote problem={problem} />}
      <Loaded of={known} what="what the rule has seen">
        {({ coverage, reevaluations }) => (
          <>
            <Gaps coverage={coverage} asking={asking} onAsk={(ranges) => void reevaluate(ranges)} />
            <Seen coverage={coverage} />
            <Reevaluations items={reevaluations} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

interface Asking {
  asking: boolean;
  onAsk: (ranges: readonly Covered[] | "all") => void;
}

function Gaps({ coverage, asking, onAsk }: { coverage: Coverage } & Asking) {
  const { can } = useAccess();
  if (coverage.gaps.length === 0) {
    return <Empty title="The rule has seen all that came since it was first in force, as far back as is known." />;
  }
  const some = coverage.gaps.some((gap) => gap.reevaluable && gap.reason !== "version");
  const again: Column =
    some && can("rules:reevaluate")
      ? {
          name: "Actions",
          head: (
            <button type="button" className="button" disabled={asking} onClick={() => onAsk("all")}>
              Re-evaluate all
            </button>
          ),
        }
      : ACTIONS;
  return (
    <div className="table-box">
      <table className="table" aria-label="Gaps">
        <TableHead columns={["Not seen of", "From", "To", { name: "Events", number: true }, "Why", "State", again]} />
        <tbody>
          {coverage.gaps.map((gap) => (
            <GapRow key={`${gap.source} ${gap.reason} ${gap.state} ${gap.fromPosition}`} gap={gap} asking={asking} onAsk={onAsk} />
          ))}
        </tbody>
      </table>
      {coverage.moreGaps > 0 && <p className="muted">And {count(coverage.moreGaps)} more, older.</p>}
      {!coverage.complete && <p className="muted">More is known from before; it is not shown.</p>}
    </div>
  );
}

function GapRow({ gap, asking, onAsk }: { gap: Gap } & Asking) {
  const { can } = useAccess();
  return (
    <tr>
      <Span span={gap} />
      <td>{REASONS[gap.reason] ?? <Text value={gap.reason} max={40} />}</td>
      <td>{gap.reason === "waiting" ? "" : (STATES[gap.state] ?? <Text value={gap.state} max={40} />)}</td>
      <td>
        {gap.reevaluable && can("rules:reevaluate") && (
          <button
            type="button"
            className="button"
            disabled={asking}
            onClick={() => onAsk([gap])}
            aria-label={`Re-evaluate positions ${gap.fromPosition} to ${gap.toPosition}`}
          >
            Re-evaluate
          </button>
        )}
      </td>
    </tr>
  );
}

/** The cells that tell which events. */
function Span({ span }: { span: Covered }) {
  return (
    <>
      <td className="cell-main">
        <Text value={span.source} max={80} />
        {span.fromPosition > 0 && (
          <div className="muted">
            positions {span.fromPosition} to {span.toPosition}
          </div>
        )}
      </td>
      <td className="cell-time">
        <Time at={span.from} />
      </td>
      <td className="cell-time">
        <Time at={span.to} />
      </td>
      <td className="number">{count(span.events)}</td>
    </>
  );
}

function Seen({ coverage }: { coverage: Coverage }) {
  if (coverage.covered.length === 0) return <Empty title="This version of the rule has not seen an event yet." />;
  return (
    <div className="table-box">
      <table className="table" aria-label="Seen">
        <TableHead columns={["Seen of", "From", "To", { name: "Events", number: true }]} />
        <tbody>
          {coverage.covered.map((span) => (
            <tr key={`${span.source} ${span.fromPosition}`}>
              <Span span={span} />
            </tr>
          ))}
        </tbody>
      </table>
      {coverage.moreCovered > 0 && <p className="muted">And {count(coverage.moreCovered)} more, older.</p>}
    </div>
  );
}

function Reevaluations({ items }: { items: Reevaluation[] }) {
  if (items.length === 0) return null;
  return (
    <div className="table-box">
      <table className="table" aria-label="Re-evaluations">
        <TableHead columns={["Re-evaluation", "Asked for", "State", { name: "Events", number: true }, { name: "New alerts", number: true }]} />
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="cell-main">
                <Text value={item.sources.join(", ")} max={120} />
                <div className="muted">
                  positions {item.fromPosition} to {item.toPosition}
                </div>
              </td>
              <td className="cell-time">
                <Time at={item.requestedAt} />
                {item.requestedBy !== null && (
                  <div className="muted">
                    by <Text value={item.requestedBy} max={64} />
                  </div>
                )}
              </td>
              <td>
                {progress(item)}
                {item.reason !== null && (
                  <div className="muted">
                    <Text value={item.reason} max={400} />
                  </div>
                )}
                {item.failed > 0 && <div className="muted">{counted(item.failed, "event")} broke the rule</div>}
              </td>
              <td className="number">{count(item.events)}</td>
              <td className="number">{count(item.alerts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How far it is, in words. */
function progress(item: Reevaluation): string {
  if (item.state === "done") return "Done";
  if (item.state === "failed") return "Failed";
  if (item.state === "requested") return "Waits for a worker";
  const whole = item.toPosition - item.fromPosition + 1;
  const done = Math.min(Math.max(item.position - item.fromPosition + 1, 0), whole);
  return `Running, ${Math.floor((100 * done) / whole)} %`;
}
