import { Fragment, useState } from "react";
import { pieces } from "../text/visible";
import { count } from "../text/values";

interface TextProps {
  value: string;
  /** Longer text is cut, and can be shown in full. */
  max?: number;
  /** Keeps line breaks and tabs. */
  lines?: boolean;
  /** Whether cut text can be shown in full here; not inside links and buttons. */
  expand?: boolean;
}

/** Text from outside: what is invisible or reorders a line is named, direction stays inside, and length is bounded. */
export function Text({ value, max = 240, lines = false, expand = true }: TextProps) {
  const [full, setFull] = useState(false);
  const cut = value.length > max && !full;
  return (
    <bdi className={lines ? "text text-lines" : "text"}>
      {pieces(cut ? wholeUpTo(value, max) : value, lines ? "lines" : "inline").map((piece, i) =>
        piece.kind === "text" ? (
          <Fragment key={i}>{piece.text}</Fragment>
        ) : (
          <span key={i} className="mark" title={`${piece.code} ${piece.name}`}>
            {piece.code}
          </span>
        ),
      )}
      {value.length > max && (
        <>
          {cut && "…"}
          {expand && (
            <>
              {" "}
              <button type="button" className="button-link" onClick={() => setFull(!full)}>
                {full ? "Show less" : `Show all ${count(value.length)} characters`}
              </button>
            </>
          )}
        </>
      )}
    </bdi>
  );
}

/** Does not cut a pair of surrogates in two. */
function wholeUpTo(value: string, max: number): string {
  const code = value.charCodeAt(max - 1);
  return value.slice(0, code >= 0xd800 && code <= 0xdbff ? max - 1 : max);
}
