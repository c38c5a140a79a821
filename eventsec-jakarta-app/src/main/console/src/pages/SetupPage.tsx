import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { setupTokenIn } from "../app/setupToken";
import { Link } from "../router/Link";
import { ProblemNote } from "../ui/states";
import { Entrance, errorOf, Field } from "./Entrance";
import { setupErrors } from "./setupRules";

/** The first administrator: by the one-time link that the server printed when it first started. */
export function SetupPage({ token, needed }: { token: string | null; needed: boolean }) {
  const [held, setHeld] = useState(token);
  if (!needed) {
    return (
      <Entrance title="Set up the administrator">
        <p>EVENTSEC has its administrator already: each link works once.</p>
        <Link className="button button-primary" to={paths.signIn}>
          Go to sign-in
        </Link>
      </Entrance>
    );
  }
  return held === null ? <PasteLink onToken={setHeld} /> : <AdministratorForm token={held} onLinkRefused={() => setHeld(null)} />;
}

function PasteLink({ onToken }: { onToken: (token: string) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const token = setupTokenIn(text);
    if (token === null) setError("This is neither a link with a token nor a token.");
    else onToken(token);
  };
  return (
    <Entrance title="Set up the administrator">
      <p>
        EVENTSEC has no administrator yet. When it started, it printed a one-time link (<code>…/setup#token=…</code>) where it
        was started. Open that link, or paste it here.
      </p>
      <form onSubmit={submit}>
        <Field label="One-time link" value={text} onChange={(event) => setText(event.target.value)} error={error} autoComplete="off" spellCheck={false} required autoFocus />
        <button type="submit" className="button button-primary button-wide">
          Go on
        </button>
      </form>
    </Entrance>
  );
}

const EMPTY = { username: "", displayName: "", password: "", repeated: "" };

function AdministratorForm({ token, onLinkRefused }: { token: string; onLinkRefused: () => void }) {
  const { client, ask } = useAccess();
  const [form, setForm] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = checked ? setupErrors(form) : {};
  const set = (name: keyof typeof EMPTY) => ({
    name,
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
    error: errors[name] ?? errorOf(problem, name),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    setProblem(null);
    if (Object.keys(setupErrors(form)).length > 0) return;
    setBusy(true);
    const { username, displayName, password } = form;
    client.setup({ token, username, displayName: displayName.trim() || username, password }).catch((failure: unknown) => {
      setBusy(false);
      setProblem(asProblem(failure));
    });
  };
  return (
    <Entrance title="Set up the administrator">
      <p className="muted">Choose the account that manages EVENTSEC. Nothing is preset: without this there is no way in.</p>
      {problem !== null && <ProblemNote problem={problem} />}
      {problem?.status === 403 && (
        <p>
          Restart EVENTSEC for a new link, then{" "}
          <button type="button" className="button-link" onClick={onLinkRefused}>
            paste it here
          </button>
          .
        </p>
      )}
      {problem?.status === 410 && (
        <p>
          <button type="button" className="button-link" onClick={ask}>
            Go to sign-in
          </button>
        </p>
      )}
      <form onSubmit={submit} noValidate>
        <Field label="Username" autoComplete="username" autoCapitalize="none" spellCheck={false} hint="a–z, 0–9, dot, underscore, hyphen" autoFocus {...set("username")} />
        <Field label="Display name" autoComplete="name" hint="As others will see it; the username if left empty" maxLength={120} {...set("displayName")} />
        <Field label="Password" type={shown ? "text" : "password"} autoComplete="new-password" hint="12 characters or more; a few unrelated words are good" {...set("password")} />
        <Field label="Repeat password" type={shown ? "text" : "password"} autoComplete="new-password" {...set("repeated")} />
        <label className="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} /> Show what I type
        </label>
        <button type="submit" className="button button-primary button-wide" disabled={busy}>
          {busy ? "Setting up…" : "Create administrator"}
        </button>
      </form>
    </Entrance>
  );
}
