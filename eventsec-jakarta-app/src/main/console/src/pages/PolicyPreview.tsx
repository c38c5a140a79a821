import type { PolicyPreview as Preview } from "../api/riskPolicies";
import { paths } from "../app/paths";
import { Link } from "../router/Link";
import { count, counted } from "../text/values";
import { SeverityBadge } from "../ui/badges";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { byLabel } from "./policyWords";

/** What a policy would change: how many of each label, and the findings that change most. */
export function PolicyPreview({ preview, examples = true }: { preview: Preview; examples?: boolean }) {
  const { findings, unknown, changed } = preview;
  return (
    <>
      <p className="panel-text" role="status">
        {findings === 0 ? (
          "There is no finding that it could be tried on."
        ) : (
          <>
            <strong>
              {count(changed)} of {counted(findings, "finding")}
            </strong>{" "}
            would get another label.
          </>
        )}
        {unknown > 0 && ` Of ${count(unknown)} more nobody has noted yet what they are judged by.`}
      </p>
      {findings > 0 && (
        <Table label="Findings by label" columns={["Label", { name: "Now", number: true }, { name: "Then", number: true }, { name: "Difference", number: true }]}>
          {byLabel(preview).map(({ risk, now, then }) => (
            <tr key={risk}>
              <td>
                <SeverityBadge severity={risk} />
              </td>
              <td className="number">{count(now)}</td>
              <td className="number">{count(then)}</td>
              <td className="number">{then === now ? <span className="muted">–</span> : `${then > now ? "+" : "−"}${count(Math.abs(then - now))}`}</td>
            </tr>
          ))}
        </Table>
      )}
      {examples && preview.examples.length > 0 && <Examples preview={preview} />}
    </>
  );
}

function Examples({ preview: { examples } }: { preview: Preview }) {
  return (
    <>
      <h3 className="panel-text">Those that change most</h3>
      <Table label="Findings that would change" columns={["Label", "Vulnerability", "Host", "Component", "Because", { name: "Alike", number: true }]}>
        {examples.map((one) => (
          <tr key={one.id}>
            <td className="cell-time">
              <SeverityBadge severity={one.from} /> → <SeverityBadge severity={one.to} />
            </td>
            <td className="cell-main">
              <Link to={paths.finding(one.id)}>
                <Text value={one.vulnerability} max={60} expand={false} />
              </Link>
            </td>
            <td className="cell-name">
              <Text value={one.hostname} max={60} />
            </td>
            <td>
              <Text value={one.component} max={60} />{" "}
              <span className="muted mono">
                <Text value={one.version} max={40} />
              </span>
            </td>
            <td>{one.reasons.length === 0 ? <span className="muted">nothing that it asks for</span> : <Text value={one.reasons.join("; ")} max={200} />}</td>
            <td className="number">{count(one.alike)}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
