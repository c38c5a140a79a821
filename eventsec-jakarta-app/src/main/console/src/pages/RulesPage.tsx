import { useState } from "react";
import { useResource } from "../api/useResource";
import type { RuleItem, RuleList, RuleProblem } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { SeverityBadge } from "../ui/badges";
import { PageHead } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { count, counted } from "../text/values";

export function RulesPage() {
  const { client } = useAccess();
  const rules = useResource("rules", (signal) => client.rules.list(signal));
  return (
    <>
      <PageHead title="Rules">{rules.data !== null && <span className="muted">{counted(rules.data.items.length, "rule")}</span>}</PageHead>
      <Loaded of={rules} what="the rules">
        {(list) => <RulesView list={list} />}
      </Loaded>
    </>
  );
}

function RulesView({ list }: { list: RuleList }) {
  const [wanted, setWanted] = useState("");
  const needle = wanted.trim().toLowerCase();
  const shown = list.items.filter((rule) => needle === "" || textOf(rule).includes(needle));
  return (
    <>
      {list.problems.length > 0 && <Problems problems={list.problems} />}
      <div className="filters" role="search" aria-label="Filter rules">
        <input type="search" aria-label="Search rules" placeholder="Title, tag, log source  ( / )" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </div>
      {list.items.length === 0 ? (
        <Empty title="No rules are loaded">
          <p>Without rules there are no alerts. See the problems above, if any, and the rules folder of the server.</p>
        </Empty>
      ) : shown.length === 0 ? (
        <Empty title="No rule fits">
          <p>
            <button type="button" className="button-link" onClick={() => setWanted("")}>
              Show all rules
            </button>
          </p>
        </Empty>
      ) : (
        <RuleTable rules={shown} />
      )}
    </>
  );
}

function RuleTable({ rules }: { rules: RuleItem[] }) {
  return (
    <Table label="Rules" columns={["Level", "Rule", "Log source", "Tags", "State", { name: "Alerts", number: true }]}>
      {rules.map((rule) => (
        <tr key={rule.id} className="row-link">
          <td>
            <SeverityBadge severity={rule.level} />
          </td>
          <td className="cell-main">
            <Link to={paths.rule(rule.id)} className="row-target" data-row>
              <Text value={rule.title} max={160} expand={false} />
            </Link>
          </td>
          <td>
            <Text value={scopeText(rule)} max={80} />
          </td>
          <td className="cell-tags">
            {rule.tags.slice(0, 4).map((tag) => (
              <span key={tag} className="tag">
                <Text value={tag} max={40} />
              </span>
            ))}
            {rule.tags.length > 4 && <span className="muted">+{rule.tags.length - 4}</span>}
          </td>
          <td>
            {rule.enabled ? "Enabled" : <span className="muted">Disabled</span>}
            {rule.status !== null && <span className="muted"> · {rule.status}</span>}
          </td>
          <td className="number">{count(rule.alerts)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Problems({ problems }: { problems: RuleProblem[] }) {
  return (
    <section className="note note-warn" aria-label="Problems in rules">
      <p className="note-title">{counted(problems.length, "problem")} in rule files: the rules concerned do not run</p>
      <ul className="problems">
        {problems.map((problem, i) => (
          <li key={i}>
            <code>
              <Text value={[problem.file, problem.line, problem.column].filter(Boolean).join(":")} max={160} />
            </code>{" "}
            <Text value={problem.message} max={400} />
            {problem.cure !== null && problem.cure !== "" && (
              <div>
                Cure: <Text value={problem.cure} max={400} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which logs a rule is about, or what a correlation counts. */
export function scopeText({ logsource: { product, category, service }, correlation }: Pick<RuleItem, "logsource" | "correlation">): string {
  if (correlation != null) {
    return `correlation: ${correlation}`;
  }
  return [product, category, service].filter(Boolean).join(" / ") || "–";
}

function textOf(rule: RuleItem): string {
  return [rule.id, rule.title, rule.level, scopeText(rule), ...rule.tags].join("\n").toLowerCase();
}
