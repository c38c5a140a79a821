import { useState } from "react";
import type { Alert } from "../api/types";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { counted } from "../text/values";
import { Panel, Reference } from "../ui/parts";
import { Text } from "../ui/Text";
import { Yaml } from "../ui/Yaml";

/** The rule in the version that fired, and what its author says of it. */
export function RuleOfAlert({ alert }: { alert: Alert }) {
  const [open, setOpen] = useState(true);
  const { rule } = alert;
  const toggle = (
    <button type="button" className="button button-small" aria-expanded={open} onClick={() => setOpen(!open)}>
      {open ? "Hide source" : "Show source"}
    </button>
  );
  return (
    <Panel title="The rule" tools={rule === null ? undefined : toggle}>
      <p>
        <RuleLink id={alert.ruleId} title={rule?.title ?? alert.title} />{" "}
        <span className="muted">
          <Text value={aboutText(alert)} max={200} />
        </span>
      </p>
      {rule === null && <p className="muted">The text of this version of the rule is not kept here; the alert keeps what it matched.</p>}
      {alert.falsePositives.length > 0 && (
        <>
          <h3>It may be harmless when it is</h3>
          <ul>
            {alert.falsePositives.map((text) => (
              <li key={text}>
                <Text value={text} max={400} />
              </li>
            ))}
          </ul>
        </>
      )}
      {alert.references.length > 0 && (
        <>
          <h3>{counted(alert.references.length, "reference")}</h3>
          <ul>
            {alert.references.map((address) => (
              <li key={address}>
                <Reference address={address} />
              </li>
            ))}
          </ul>
        </>
      )}
      {rule !== null && open && <Yaml source={rule.sourceYaml} label="Rule source" />}
    </Panel>
  );
}

function RuleLink({ id, title }: { id: string; title: string }) {
  const { can } = useAccess();
  if (!can("rules:read")) return <Text value={title} />;
  return (
    <Link to={paths.rule(id)}>
      <Text value={title} expand={false} />
    </Link>
  );
}

function aboutText({ rule, ruleVersion }: Alert): string {
  const author = rule?.author ? `by ${rule.author}` : null;
  return [`version ${String(ruleVersion).slice(0, 12)}`, rule?.status, author].filter(Boolean).join(", ");
}
