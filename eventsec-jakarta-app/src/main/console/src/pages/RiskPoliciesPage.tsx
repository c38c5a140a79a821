import type { PolicyChoice, RiskPolicy, RiskPolicyPage as Policies } from "../api/riskPolicies";
import { usePages, useResource } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { StateBadge } from "../ui/badges";
import { More, PageHead, Panel, Time } from "../ui/parts";
import { Loaded, Loading, ProblemNote } from "../ui/states";
import { Table } from "../ui/Table";
import { Text } from "../ui/Text";
import { PersonName } from "./PeoplePanel";
import { PolicyTable } from "./PolicyTable";

/** How risk is judged: the policy that is in force, and all versions there are. */
export function RiskPoliciesPage() {
  const { client, can } = useAccess();
  const pages = usePages<RiskPolicy, Policies>("policies", (cursor, signal) => client.riskPolicies.list(cursor, signal));
  const { last } = pages;
  return (
    <>
      <PageHead
        title="Risk policies"
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        {can("vulnerabilities:write") && (
          <Link className="button button-primary" to={paths.draftPolicy(last?.inForce)}>
            New policy
          </Link>
        )}
        <button type="button" className="button" onClick={pages.reload}>
          Refresh
        </button>
      </PageHead>
      <p className="lead">A policy says which label a finding gets, and within how many days it is due. A version never changes; one of them is in force.</p>
      {pages.problem !== null && <ProblemNote problem={pages.problem} retry={pages.reload} />}
      {last === null && pages.problem === null && <Loading what="the policies" />}
      {last !== null && <InForce inForce={last.inForce} />}
      {last !== null && <Versions of={last} policies={pages.items} />}
      <More shown={pages.items.length} more={pages.more} loading={pages.loading} what="versions" />
    </>
  );
}

/** What labels findings now; it need not be on the first page of versions. */
function InForce({ inForce }: { inForce: PolicyChoice }) {
  const { client } = useAccess();
  const policy = useResource<RiskPolicy>(`${inForce.name} ${inForce.version}`, (signal) => client.riskPolicies.one(inForce.name, String(inForce.version), signal));
  return (
    <Panel
      title={`In force: ${inForce.name} ${inForce.version}`}
      tools={
        <Link className="button button-small" to={paths.riskPolicy(inForce.name, inForce.version)}>
          Look at it
        </Link>
      }
      flush
    >
      <p className="panel-text">
        {inForce.changedAt === null ? (
          "Nobody has chosen one: it is the one that is built in."
        ) : (
          <>
            Since <Time at={inForce.changedAt} />, by <PersonName person={inForce.changedBy} />: <Text value={inForce.reason ?? ""} max={300} />
          </>
        )}
      </p>
      <Loaded of={policy} what="what it says">
        {(found) => <PolicyTable policy={found.policy} />}
      </Loaded>
    </Panel>
  );
}

function Versions({ of: { inForce, builtIn }, policies }: { of: Policies; policies: RiskPolicy[] }) {
  return (
    <Panel title="All versions" flush>
      <Table label="Versions of policies" columns={["Policy", { name: "Version", number: true }, "State", "Made", "By", "Reason"]}>
        {[...policies, builtIn].map(({ policy: { name, version }, ...made }) => (
          <tr key={`${name} ${version}`} className="row-link">
            <td className="cell-main cell-name">
              <Link to={paths.riskPolicy(name, version)} className="row-target" data-row>
                <Text value={name} max={64} expand={false} />
              </Link>
            </td>
            <td className="number">{version}</td>
            <td>{name === inForce.name && version === inForce.version ? <StateBadge state="in force" /> : <span className="muted">–</span>}</td>
            <td className="cell-time">{made.builtIn ? <span className="muted">built in</span> : <Time at={made.createdAt} ago />}</td>
            <td>{made.builtIn ? "" : <PersonName person={made.createdBy} />}</td>
            <td>
              <Text value={made.reason ?? ""} max={160} />
            </td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
