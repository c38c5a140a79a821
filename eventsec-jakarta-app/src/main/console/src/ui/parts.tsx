import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { usePreferences } from "../app/preferences";
import { agoText, timeText } from "../text/time";
import { httpAddress } from "../text/values";
import { pieces } from "../text/visible";
import { Icon } from "./Icon";
import { Text } from "./Text";

/** The heading of a page; names the window too. */
export function PageHead({ title, children, context }: { title: string; children?: ReactNode; context?: ReactNode }) {
  useEffect(() => {
    document.title = `${pieces(title).map((p) => (p.kind === "text" ? p.text : "\ufffd")).join("")} · EVENTSEC`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        {context}
        <h1>
          <Text value={title} />
        </h1>
      </div>
      <div className="page-tools">{children}</div>
    </header>
  );
}

export function Panel({ title, tools, children, flush = false }: { title: string; tools?: ReactNode; children: ReactNode; flush?: boolean }) {
  const id = useId();
  return (
    <section className={flush ? "panel panel-flush" : "panel"} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {tools}
      </div>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** A point in time in the chosen zone; the other facts are in its title. */
export function Time({ at, ago = false }: { at: string | null; ago?: boolean }) {
  const { zone } = usePreferences();
  if (at === null) return <span className="muted">never</span>;
  const past = agoText(at, Date.now());
  return (
    <time dateTime={at} title={`${timeText(at, "utc")} UTC${past === "" ? "" : `, ${past}`}`}>
      {timeText(at, zone)}
      {ago && past !== "" && <span className="muted"> ({past})</span>}
    </time>
  );
}

export function CopyButton({ text, what }: { text: string; what: string }) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    void copyText(text).then((done) => setState(done ? "copied" : "failed"));
  };
  return (
    <button type="button" className="button button-small" onClick={copy} aria-label={`Copy ${what}`}>
      <Icon name={state === "copied" ? "check" : "copy"} />
      <span aria-live="polite">{state === "copied" ? "Copied" : state === "failed" ? "Select it and copy by hand" : "Copy"}</span>
    </button>
  );
}

/** The clipboard is only there on https and localhost; elsewhere the old way may still work. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** A reference of a rule: a link only if it is http or https. */
export function Reference({ address }: { address: string }) {
  const href = httpAddress(address);
  if (href === null) return <Text value={address} />;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <Text value={address} max={120} expand={false} />
    </a>
  );
}

/** A modal dialog: the browser's own, so that focus and Escape are as expected. */
export function Dialog({ title, onClose, children, wide = false }: { title: string; onClose: () => void; children: ReactNode; wide?: boolean }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? "dialog-wide" : undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** "Load more" below a list, or that this is all. */
export function More({ shown, more, loading, what }: { shown: number; more: (() => void) | null; loading: boolean; what: string }) {
  if (shown === 0) return null;
  return (
    <div className="more">
      {more !== null ? (
        <button type="button" className="button" onClick={more} disabled={loading}>
          Load more {what}
        </button>
      ) : (
        <span className="muted">{loading ? `Loading ${what}…` : `No more ${what}.`}</span>
      )}
    </div>
  );
}

/** A line of a list of facts. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Figures with their names. */
export function Figure({ name, value, hint, tone }: { name: string; value: ReactNode; hint?: ReactNode; tone?: "bad" | "warn" | undefined }) {
  return (
    <div className={tone === undefined ? "figure" : `figure figure-${tone}`}>
      <dt>{name}</dt>
      <dd>
        {value}
        {hint !== undefined && <span className="figure-hint">{hint}</span>}
      </dd>
    </div>
  );
}
