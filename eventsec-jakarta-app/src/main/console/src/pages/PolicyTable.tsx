import type { PolicyDocument } from "../api/riskPolicies";
import { RISKS } from "../api/vulnerabilities";
import { counted } from "../text/values";
import { SeverityBadge } from "../ui/badges";
import { CopyButton } from "../ui/parts";
import { Table } from "../ui/Table";
import { conditionText } from "./policyWords";

/** What a policy says, in words: which label is given when, and how soon it is due. */
export function PolicyTable({ policy }: { policy: PolicyDocument }) {
  const { weights } = policy;
  const json = JSON.stringify(policy, (_, value: unknown) => (value === null ? undefined : value), 2);
  return (
    <>
      <Table label="What the policy says" columns={["Label", "Given if", "Due within"]}>
        {RISKS.map((risk) => (
          <tr key={risk}>
            <td>
              <SeverityBadge severity={risk} />
            </td>
            <td className="cell-main">
              {(policy.levels[risk] ?? []).map((condition, i) => (
                <div key={i}>
                  {i > 0 && <span className="muted">or </span>}
                  {conditionText(condition)}
                </div>
              ))}
              {(policy.levels[risk] ?? []).length === 0 && <span className="muted">{risk === "low" ? "none of the above" : "never"}</span>}
            </td>
            <td>{policy.dueDays[risk] === undefined ? <span className="muted">no end</span> : counted(policy.dueDays[risk], "day")}</td>
          </tr>
        ))}
      </Table>
      <p className="panel-text">
        The first label that fits counts. Those of one label are put in order by {weights.cvss} · CVSS ÷ 10 + {weights.epss} · EPSS
        {weights.exploited > 0 && <> + {weights.exploited} if it is known to be exploited</>}, at most 1. What CISA wants mended sooner is due sooner.
      </p>
      <details className="panel-text">
        <summary>As JSON, for eventsec vulns --policy</summary>
        <div className="code-box">
          <CopyButton text={json} what="policy" />
          <pre className="code code-wrap">{json}</pre>
        </div>
      </details>
    </>
  );
}
