import { type InputHTMLAttributes, type ReactNode, useEffect, useId } from "react";
import type { ApiProblem } from "../api/problem";

/** The frame of the pages before the console proper. */
export function Entrance({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · EVENTSEC`;
  }, [title]);
  return (
    <main className="entrance">
      <div className="entrance-card">
        <p className="entrance-brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path className="brand-shield" d="M16 2 28 6v9c0 8-5 12.5-12 15C9 27.5 4 23 4 15V6z" />
            <path className="brand-pulse" d="M9 16h4l2-5 3 10 2-5h3" />
          </svg>
          EVENTSEC
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

type FieldProps = { label: string; hint?: string; error?: string | undefined } & InputHTMLAttributes<HTMLInputElement>;

export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} {...input} aria-invalid={error !== undefined} {...(described === "" ? {} : { "aria-describedby": described })} />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}

/** What a problem says of one field of the form. */
export function errorOf(problem: ApiProblem | null, field: string): string | undefined {
  const error = problem?.errors.find((one) => one.field === field);
  return error === undefined ? undefined : [error.rule, error.cure].filter(Boolean).join(" ");
}
