import { useState } from "react";
import type { PolicyChoice, RiskPolicy } from "../api/riskPolicies";
import { type Resource, useResource } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { StateBadge } from "../ui/badges";
import { PageHead, Panel, Time } from "../ui/parts";
import { Empty, Loaded } from "../ui/states";
import { Text } from "../ui/Text";
import { PersonName } from "./PeoplePanel";
import { PolicyPreview } from "./PolicyPreview";
import { PolicyTable } from "./PolicyTable";
import { PutInForce } from "./PutInForce";

/** A version of a policy: what it says, what it would change, and the way to put it in force. */
export function RiskPolicyPage({ name, version }: { name: string; version: string }) {
  const { client } = useAccess();
  const policy = useResource<RiskPolicy>(`${name} ${version}`, (signal) => client.riskPolicies.one(name, version, signal));
  const choice = useResource<PolicyChoice>("in force", (signal) => client.riskPolicies.inForce(signal));
  return (
    <>
      <PageHead
        title={`${name} ${version}`}
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span> <Link to={paths.riskPolicies}>Risk policies</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        {policy.data !== null && choice.data !== null && <Tools policy={policy.data} choice={choice.data} onChosen={choice.reload} />}
      </PageHead>
      {policy.problem?.status === 404 ? (
        <Empty title="There is no such version">
          <p>
            Go to the <Link to={paths.riskPolicies}>risk policies</Link>.
          </p>
        </Empty>
      ) : (
        <Loaded of={policy} what="the policy">
          {(found) => <PolicyView policy={found} choice={choice} />}
        </Loaded>
      )}
    </>
  );
}

function Tools({ policy: { policy }, choice, onChosen }: { policy: RiskPolicy; choice: PolicyChoice; onChosen: () => void }) {
  const { can } = useAccess();
  const [asking, setAsking] = useState(false);
  if (!can("vulnerabilities:write")) return null;
  return (
    <>
      <Link className="button" to={paths.draftPolicy(policy)}>
        Draft another from it
      </Link>
      {!isInForce(policy, choice) && (
        <button type="button" className="button button-primary" onClick={() => setAsking(true)}>
          Put in force…
        </button>
      )}
      {asking && (
        <PutInForce
          name={policy.name}
          version={policy.version}
          instead={choice}
          onClose={() => setAsking(false)}
          onStale={onChosen}
          onDone={() => {
            setAsking(false);
            onChosen();
          }}
        />
      )}
    </>
  );
}

function PolicyView({ policy: { policy, ...made }, choice }: { policy: RiskPolicy; choice: Resource<PolicyChoice> }) {
  const { can } = useAccess();
  return (
    <>
      <div className="alert-line">
        <Loaded of={choice} what="which one is in force">
          {(now) =>
            isInForce(policy, now) ? (
              <>
                <StateBadge state="in force" />
                {now.changedAt !== null && (
                  <span>
                    since <Time at={now.changedAt} />, by <PersonName person={now.changedBy} />: <Text value={now.reason ?? ""} max={300} />
                  </span>
                )}
              </>
            ) : (
              <span className="muted">
                not in force; <Link to={paths.riskPolicy(now.name, now.version)}>{`${now.name} ${now.version}`}</Link> is
              </span>
            )
          }
        </Loaded>
        <span>
          {made.builtIn ? (
            "built in"
          ) : (
            <>
              made <Time at={made.createdAt} /> by <PersonName person={made.createdBy} />: <Text value={made.reason ?? ""} max={300} />
            </>
          )}
        </span>
      </div>
      <Panel title="What it says" flush>
        <PolicyTable policy={policy} />
      </Panel>
      {can("vulnerabilities:write") && choice.data !== null && !isInForce(policy, choice.data) && <WouldChange name={policy.name} version={policy.version} />}
    </>
  );
}

function isInForce(policy: { name: string; version: number }, choice: PolicyChoice): boolean {
  return policy.name === choice.name && policy.version === choice.version;
}

/** It reads all findings, so it is asked for. */
function WouldChange({ name, version }: { name: string; version: number }) {
  const [asked, setAsked] = useState(false);
  const button = (
    <button type="button" className="button button-small" onClick={() => setAsked(true)}>
      Show what would change
    </button>
  );
  return (
    <Panel title="What it would change" tools={asked ? undefined : button} flush>
      {asked ? <Changes name={name} version={version} /> : <p className="panel-text muted">It is tried on the findings that there are now; nothing is changed by looking.</p>}
    </Panel>
  );
}

function Changes({ name, version }: { name: string; version: number }) {
  const { client } = useAccess();
  const preview = useResource(`${name} ${version}`, (signal) => client.riskPolicies.previewVersion(name, String(version), signal));
  return (
    <Loaded of={preview} what="what it would change">
      {(found) => <PolicyPreview preview={found} />}
    </Loaded>
  );
}
