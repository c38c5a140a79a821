import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";
import { useAccess } from "../app/session";
import { ProblemNote } from "../ui/states";
import { Entrance, Field } from "./Entrance";

export function SignInPage({ ended }: { ended: boolean }) {
  const { client } = useAccess();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    client.signIn(String(form.get("username")).trim(), String(form.get("password"))).catch((failure: unknown) => {
      setBusy(false);
      setProblem(asProblem(failure));
    });
  };
  return (
    <Entrance title="Sign in">
      {ended && problem === null && (
        <p className="note" role="status">
          Your session has ended. Sign in to go on where you were.
        </p>
      )}
      {problem !== null && <ProblemNote problem={problem} />}
      <form onSubmit={submit}>
        <Field label="Username" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus maxLength={64} />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required maxLength={128} />
        <button type="submit" className="button button-primary button-wide" disabled={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </Entrance>
  );
}
