/** One message of an event stream. */
export interface Message {
  event: string;
  data: string;
  id: string | null;
}

/** A message longer than this is not an alert of ours; the stream is given up. */
const MOST_CHARACTERS = 4_000_000;

/** Cuts the text of an event stream (WHATWG HTML, "server-sent events") into messages, however it arrives. */
export class EventStreamParser {
  private rest = "";
  private event = "";
  private data: string[] = [];
  private id: string | null = null;

  push(text: string): Message[] {
    this.rest += text;
    if (this.rest.length > MOST_CHARACTERS) throw new Error("a message of the alert stream is too long");
    const found: Message[] = [];
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(this.rest);
      if (end === null) return found;
      const line = this.rest.slice(0, end.index);
      this.rest = this.rest.slice(end.index + end[0].length);
      if (line === "") this.finish(found);
      else this.line(line);
    }
  }

  private line(line: string): void {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "event") this.event = value;
    else if (name === "data") this.data.push(value);
    else if (name === "id" && !value.includes("\0")) this.id = value;
  }

  private finish(found: Message[]): void {
    if (this.data.length > 0 || this.event !== "") {
      found.push({ event: this.event === "" ? "message" : this.event, data: this.data.join("\n"), id: this.id });
    }
    this.event = "";
    this.data = [];
  }
}
