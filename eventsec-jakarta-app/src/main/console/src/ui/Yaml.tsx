import { Fragment, type ReactNode } from "react";
import { Text } from "./Text";
import { CopyButton } from "./parts";

/** A rule's source with line numbers; keys and comments stand out. */
export function Yaml({ source, label }: { source: string; label: string }) {
  const lines = source.replace(/\n$/, "").split("\n");
  return (
    <div className="code-box">
      <CopyButton text={source} what={label} />
      <pre className="code" tabIndex={0} role="region" aria-label={label}>
        {lines.map((line, i) => (
          <Fragment key={i}>
            <span className="code-number" aria-hidden="true" data-n={i + 1} />
            <code>{coloured(line)}</code>
            {"\n"}
          </Fragment>
        ))}
      </pre>
    </div>
  );
}

function coloured(line: string): ReactNode {
  if (/^\s*#/.test(line)) return <span className="code-comment"><Text value={line} lines max={2000} /></span>;
  const key = /^(\s*(?:- )?)([^\s#"'][^:"']*)(:)(?=\s|$)/.exec(line);
  if (key === null) return <Text value={line} lines max={2000} />;
  return (
    <>
      {key[1]}
      <span className="code-key"><Text value={key[2] ?? ""} lines /></span>:
      <Text value={line.slice(key[0].length)} lines max={2000} />
    </>
  );
}
