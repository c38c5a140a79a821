/** A piece of text as it may be shown: plain, or one character that would otherwise be invisible or reorder its line. */
export type Piece = { kind: "text"; text: string } | { kind: "mark"; code: string; name: string };

const NAMES: Record<number, string> = {
  0x00: "null",
  0x07: "bell",
  0x08: "backspace",
  0x09: "tab",
  0x0a: "line feed",
  0x0d: "carriage return",
  0x1b: "escape",
  0x7f: "delete",
  0xad: "soft hyphen",
  0x61c: "Arabic letter mark",
  0x200b: "zero width space",
  0x200c: "zero width non-joiner",
  0x200d: "zero width joiner",
  0x200e: "left-to-right mark",
  0x200f: "right-to-left mark",
  0x2028: "line separator",
  0x2029: "paragraph separator",
  0x202a: "left-to-right embedding",
  0x202b: "right-to-left embedding",
  0x202c: "pop directional formatting",
  0x202d: "left-to-right override",
  0x202e: "right-to-left override",
  0x2060: "word joiner",
  0x2066: "left-to-right isolate",
  0x2067: "right-to-left isolate",
  0x2068: "first strong isolate",
  0x2069: "pop directional isolate",
  0xfeff: "byte order mark",
};

/* Controls, soft hyphen, direction and zero-width characters, separators, lone surrogates, tags. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udc7f]/g;

/** More marks than this are not worth an element each: the rest is shown as one replacement character each. */
const MOST_MARKS = 500;

/** Cuts text into what can be shown as it is and what must be named. In `lines` mode, line breaks and tabs stay. */
export function pieces(text: string, mode: "inline" | "lines" = "inline"): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  let marks = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (mode === "lines" && (match[0] === "\n" || match[0] === "\t")) continue;
    if (mode === "lines" && match[0] === "\r" && text[match.index + 1] === "\n") {
      push(found, text.slice(from, match.index));
      from = match.index + 1;
      continue;
    }
    push(found, text.slice(from, match.index));
    from = match.index + match[0].length;
    marks += 1;
    if (marks > MOST_MARKS) push(found, "\ufffd");
    else found.push(markOf(match[0]));
  }
  push(found, text.slice(from));
  return found;
}

/** Text for places that hold no markup, such as the window's title or an attribute. */
export function plain(text: string): string {
  return pieces(text)
    .map((piece) => (piece.kind === "text" ? piece.text : "\ufffd"))
    .join("");
}

function push(found: Piece[], text: string): void {
  if (text === "") return;
  const last = found.at(-1);
  if (last?.kind === "text") last.text += text;
  else found.push({ kind: "text", text });
}

function markOf(char: string): Piece {
  const point = char.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return { kind: "mark", code, name: NAMES[point] ?? "invisible character" };
}
