import type { TaggedRule } from "../api/subjects/rules";
import { useResource } from "../api/useResource";
import type { RuleDetail } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { SeverityBadge } from "../ui/badges";
import { PageHead, Panel, Reference } from "../ui/parts";
import { Loaded } from "../ui/states";
import { Text } from "../ui/Text";
import { Yaml } from "../ui/Yaml";
import { counted } from "../text/values";
import { CoveragePanel } from "./CoveragePanel";
import { RuleDecision } from "./RuleDecision";
import { RuleExceptions } from "./RuleExceptions";
import { scopeText } from "./RulesPage";

export function RulePage({ id }: { id: string }) {
  const { client } = useAccess();
  const rule = useResource<TaggedRule>(id, (signal) => client.rules.one(id, signal));
  return (
    <Loaded of={rule} what="the rule">
      {(tagged) => <RuleView tagged={tagged} onChanged={rule.set} onStale={rule.reload} />}
    </Loaded>
  );
}

interface ViewProps {
  tagged: TaggedRule;
  onChanged: (now: TaggedRule) => void;
  onStale: () => void;
}

function RuleView({ tagged, onChanged, onStale }: ViewProps) {
  const { rule } = tagged;
  return (
    <>
      <PageHead
        title={rule.title}
        context={
          <p className="crumbs">
            <Link to={paths.rules}>Rules</Link> <span aria-hidden="true">/</span>
          </p>
        }
      >
        <Link className="button" to={paths.alertsOfRule(rule.id)}>
          {counted(rule.alerts, "alert")}
        </Link>
      </PageHead>
      <div className="alert-line">
        <SeverityBadge severity={rule.level} />
        <span>{rule.enabled ? "Enabled" : "Disabled"}</span>
        {rule.status !== null && <span>{rule.status}</span>}
        <span>{scopeText(rule)}</span>
      </div>
      <div className="columns">
        <div>
          <RuleDecision tagged={tagged} onChanged={onChanged} onStale={onStale} />
          <RuleExceptions rule={rule.id} />
          <Panel title="Source">
            <Yaml source={rule.sourceYaml} label="Rule source" />
          </Panel>
        </div>
        <div>
          <Panel title="About">
            {rule.description !== null && rule.description !== "" && (
              <p>
                <Text value={rule.description} lines max={2000} />
              </p>
            )}
            <Facts rule={rule} />
            <List title="It may be harmless when it is" items={rule.falsePositives} />
            {rule.references.length > 0 && (
              <>
                <h3>References</h3>
                <ul>
                  {rule.references.map((address) => (
                    <li key={address}>
                      <Reference address={address} />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </Panel>
        </div>
      </div>
      <CoveragePanel rule={rule.id} />
    </>
  );
}

function Facts({ rule }: { rule: RuleDetail }) {
  return (
    <dl className="facts facts-wide">
      <div>
        <dt>Id</dt>
        <dd>
          <code>
            <Text value={rule.id} max={80} />
          </code>
        </dd>
      </div>
      <div>
        <dt>Version</dt>
        <dd>
          <code>
            <Text value={String(rule.version)} max={24} />
          </code>
        </dd>
      </div>
      {rule.author !== null && rule.author !== "" && (
        <div>
          <dt>Author</dt>
          <dd>
            <Text value={rule.author} max={120} />
          </dd>
        </div>
      )}
      {rule.tags.length > 0 && (
        <div>
          <dt>Tags</dt>
          <dd>
            {rule.tags.map((tag) => (
              <span key={tag} className="tag">
                <Text value={tag} max={60} />
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function List({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <Text value={item} max={400} />
          </li>
        ))}
      </ul>
    </>
  );
}
