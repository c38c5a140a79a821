import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import type { PolicyPreview as Preview, RiskPolicy } from "../api/riskPolicies";
import { useResource } from "../api/useResource";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link, useQuery } from "../router/Link";
import { navigate } from "../router/router";
import { PageHead, Panel } from "../ui/parts";
import { Loaded, ProblemNote } from "../ui/states";
import { PolicyEditor } from "./PolicyEditor";
import { PolicyPreview } from "./PolicyPreview";
import { type Draft, draftOf, policyOf } from "./policyWords";

/** A policy to be made: begun from another version, tried on the findings there are, then stored. */
export function DraftPolicyPage() {
  const { client } = useAccess();
  const [query] = useQuery();
  const name = query.get("name") ?? "default";
  const version = query.get("version") ?? "1";
  const from = useResource<RiskPolicy>(`${name} ${version}`, (signal) => client.riskPolicies.one(name, version, signal));
  return (
    <>
      <PageHead
        title="Draft of a risk policy"
        context={
          <p className="crumbs">
            <Link to={paths.vulnerabilities}>Vulnerabilities</Link> <span aria-hidden="true">/</span> <Link to={paths.riskPolicies}>Risk policies</Link> <span aria-hidden="true">/</span>
          </p>
        }
      />
      <Loaded of={from} what="the policy to begin from">
        {(begun) => <DraftForm key={`${name} ${version}`} begun={begun} />}
      </Loaded>
    </>
  );
}

function DraftForm({ begun }: { begun: RiskPolicy }) {
  const { client } = useAccess();
  const [draft, setDraft] = useState<Draft>(() => draftOf(begun));
  const [reason, setReason] = useState("");
  const [preview, setPreview] = useState<Preview | null>(null);
  const [busy, setBusy] = useState<"trying" | "storing" | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const change = (next: Draft) => {
    setDraft(next);
    // It was of another draft.
    setPreview(null);
  };
  const run = async (what: "trying" | "storing", work: () => Promise<void>) => {
    setBusy(what);
    setProblem(null);
    try {
      await work();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setBusy(null);
    }
  };
  const attempt = () => run("trying", async () => setPreview(await client.riskPolicies.preview(policyOf(draft))));
  const store = (event: FormEvent) => {
    event.preventDefault();
    void run("storing", async () => {
      const { policy } = await client.riskPolicies.create(policyOf(draft), reason.trim());
      navigate(paths.riskPolicy(policy.name, policy.version));
    });
  };
  const named = draft.name.trim() !== "";
  return (
    <form onSubmit={store} aria-label="Draft of a risk policy">
      <p className="lead">
        It begins as {begun.policy.name} {begun.policy.version}. A name that there is gets its next version; another name begins a policy of its own.
      </p>
      <PolicyEditor draft={draft} onChange={change} />
      <Panel title="What it would change" flush>
        {preview === null ? <p className="panel-text muted">Try it: nothing is changed by looking.</p> : <PolicyPreview preview={preview} />}
      </Panel>
      {problem !== null && <ProblemNote problem={problem} />}
      <div className="actions">
        <div className="actions-row">
          <button type="button" className="button" onClick={() => void attempt()} disabled={busy !== null || !named}>
            {busy === "trying" ? "Trying…" : "Show what would change"}
          </button>
          <label className="inline-field">
            <span>Reason</span>
            <input value={reason} onChange={(event) => setReason(event.target.value)} required maxLength={1000} placeholder="Why it is made" />
          </label>
          <button type="submit" className="button button-primary" disabled={busy !== null || !named || reason.trim() === ""}>
            Store as a version
          </button>
          <span className="muted">It labels nothing until it is put in force.</span>
        </div>
      </div>
    </form>
  );
}
