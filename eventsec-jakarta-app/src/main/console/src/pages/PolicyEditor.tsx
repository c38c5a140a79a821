import { useId } from "react";
import { SSVC_DECISIONS } from "../api/riskPolicies";
import { RISKS } from "../api/vulnerabilities";
import { SeverityBadge, severityName } from "../ui/badges";
import { Icon } from "../ui/Icon";
import { Panel } from "../ui/parts";
import { conditionOf, conditionText, type Draft, type DraftCondition, emptyCondition, JUDGED, type JudgedLevel, SSVC_NAMES } from "./policyWords";

const MOST_CONDITIONS = 50;
/** What the server takes for a name. */
const NAME = "[a-z0-9][a-z0-9._\\-]{0,63}";

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The parts of a policy, to be written. */
export function PolicyEditor({ draft, onChange }: Props) {
  const id = useId();
  return (
    <>
      <Panel title="Name">
        <label htmlFor={`${id}-name`} className="visually-hidden">
          Name of the policy
        </label>
        <input
          id={`${id}-name`}
          aria-describedby={`${id}-rule`}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
          required
          pattern={NAME}
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
          placeholder="for example ours"
        />
        <p className="field-hint" id={`${id}-rule`}>
          1 to 64 of a–z, 0–9, dot, underscore and hyphen, the first a letter or digit; not default.
        </p>
      </Panel>
      <Panel title="Labels: the first that fits counts">
        {JUDGED.map((level) => (
          <Level key={level} level={level} draft={draft} onChange={onChange} />
        ))}
        <p className="muted">
          <SeverityBadge severity="low" /> is what remains.
        </p>
      </Panel>
      <div className="columns-even">
        <Panel title="Due within how many days">
          {RISKS.map((risk) => (
            <p key={risk} className="picker">
              <label htmlFor={`${id}-${risk}`}>{severityName(risk)}</label>
              <input
                id={`${id}-${risk}`}
                type="number"
                min={1}
                max={3650}
                value={draft.dueDays[risk]}
                placeholder="no end"
                onChange={(event) => onChange({ ...draft, dueDays: { ...draft.dueDays, [risk]: event.target.value } })}
              />
            </p>
          ))}
        </Panel>
        <Panel title="The order among those of one label">
          {(["cvss", "epss", "exploited"] as const).map((weight) => (
            <p key={weight} className="picker">
              <label htmlFor={`${id}-weight-${weight}`}>{{ cvss: "CVSS ÷ 10", epss: "EPSS", exploited: "Exploited" }[weight]}</label>
              <input
                id={`${id}-weight-${weight}`}
                type="number"
                min={0}
                max={1}
                step="any"
                required
                value={draft.weights[weight]}
                onChange={(event) => onChange({ ...draft, weights: { ...draft.weights, [weight]: event.target.value } })}
              />
            </p>
          ))}
          <p className="field-hint">Weights from 0 to 1. The sum is 1 at most.</p>
        </Panel>
      </div>
    </>
  );
}

function Level({ level, draft, onChange }: Props & { level: JudgedLevel }) {
  const conditions = draft.levels[level];
  const set = (next: DraftCondition[]) => onChange({ ...draft, levels: { ...draft.levels, [level]: next } });
  return (
    <fieldset className="level">
      <legend>
        <SeverityBadge severity={level} /> {conditions.length === 0 ? "is never given" : "if one of these holds"}
      </legend>
      {conditions.map((condition, i) => (
        <Condition
          key={condition.key}
          name={`${severityName(level)}, condition ${i + 1}`}
          condition={condition}
          onChange={(next) => set(conditions.map((one) => (one.key === next.key ? next : one)))}
          onRemove={() => set(conditions.filter((one) => one.key !== condition.key))}
        />
      ))}
      <button type="button" className="button button-small" disabled={conditions.length >= MOST_CONDITIONS} onClick={() => set([...conditions, emptyCondition()])}>
        <Icon name="plus" /> Add a condition for {severityName(level).toLowerCase()}
      </button>
    </fieldset>
  );
}

interface ConditionProps {
  name: string;
  condition: DraftCondition;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
}

function Condition({ name, condition, onChange, onRemove }: ConditionProps) {
  const bound = (field: "cvss" | "epss", label: string, most: number) => (
    <label className="inline-field">
      <span>{label} ≥</span>
      <input type="number" min={0} max={most} step="any" value={condition[field]} onChange={(event) => onChange({ ...condition, [field]: event.target.value })} />
    </label>
  );
  const asked = (field: "exploited" | "ransomware" | "exposed", label: string) => (
    <label className="toggle">
      <input type="checkbox" checked={condition[field]} onChange={() => onChange({ ...condition, [field]: !condition[field] })} />
      <span>{label}</span>
    </label>
  );
  return (
    <div className="condition" role="group" aria-label={name}>
      <div className="condition-parts">
        {bound("cvss", "CVSS", 10)}
        {bound("epss", "EPSS", 1)}
        {asked("exploited", "Exploited")}
        {asked("ransomware", "Ransomware")}
        {asked("exposed", "Exposed host")}
        <label className="inline-field">
          <span>SSVC ≥</span>
          <select value={condition.ssvc} onChange={(event) => onChange({ ...condition, ssvc: event.target.value as DraftCondition["ssvc"] })}>
            <option value="">not asked</option>
            {SSVC_DECISIONS.map((one) => (
              <option key={one} value={one}>
                {SSVC_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button button-small button-icon" onClick={onRemove} aria-label={`Remove: ${name}`} title="Remove this condition">
          <Icon name="close" />
        </button>
      </div>
      <p className="field-hint">{conditionText(conditionOf(condition))}</p>
    </div>
  );
}
