import { describe, expect, it } from "vitest";
import { agoText, fromInput, timeText, toInput } from "./time";
import { durationText, httpAddress, points, singleValues, valueText } from "./values";
import { pieces, plain } from "./visible";

const shown = (text: string, mode?: "inline" | "lines") =>
  pieces(text, mode)
    .map((piece) => (piece.kind === "text" ? piece.text : `<${piece.code}>`))
    .join("");

describe("visible text", () => {
  it("names what reorders a line or cannot be seen", () => {
    expect(shown("setup\u202egpj.exe")).toBe("setup<U+202E>gpj.exe");
    expect(shown("a\u200bb\u0000c\u001b[31m\u2066d\ufeff\u00ad")).toBe("a<U+200B>b<U+0000>c<U+001B>[31m<U+2066>d<U+FEFF><U+00AD>");
    expect(shown("\ud800x\udc00")).toBe("<U+D800>x<U+DC00>");
    expect(shown("a\u{e0041}b")).toBe("a<U+E0041>b");
  });

  it("leaves what people write", () => {
    for (const text of ["", "Grüße, 東京, مرحبا, 👩 🎉", "tab-free"]) expect(pieces(text)).toEqual(text === "" ? [] : [{ kind: "text", text }]);
  });

  it("keeps line breaks and tabs where lines are shown, and names them elsewhere", () => {
    expect(shown("a\r\n\tb\rc\n", "lines")).toBe("a\n\tb<U+000D>c\n");
    expect(shown("a\nb\tc")).toBe("a<U+000A>b<U+0009>c");
  });

  it("bounds the marks of a text made of nothing else", () => {
    const all = pieces("\u0000".repeat(100_000));
    expect(all).toHaveLength(501);
    expect(all.at(-1)).toEqual({ kind: "text", text: "\ufffd".repeat(99_500) });
  });

  it("has a form for places without markup", () => {
    expect(plain("a\u202eb")).toBe("a\ufffdb");
  });
});

describe("values", () => {
  it("become text", () => {
    expect(valueText(["a", 1, true, null])).toBe("a, 1, true, ");
    expect(valueText({ a: [1] })).toBe('{"a":[1]}');
    expect(singleValues(["a", ["b", 2]])).toEqual(["a", "b", "2"]);
    expect(singleValues(null)).toEqual([]);
  });

  it("are links only with http and https", () => {
    expect(httpAddress("https://example.test/a?b")).toBe("https://example.test/a?b");
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "example.test", "//example.test", " JaVaScRiPt:x"]) {
      expect(httpAddress(bad)).toBeNull();
    }
  });
});

describe("risk", () => {
  it("is told to a tenth, and a half-life in the unit that fits", () => {
    expect([0, 0.04, 7, 120.46, 1234.5].map(points)).toEqual(["0", "0", "7", "120.5", "1,234.5"]);
    expect([60, 3_600, 5_400, 86_400, 604_800, 61].map(durationText)).toEqual(["1 minute", "1 hour", "90 minutes", "1 day", "7 days", "61 seconds"]);
  });
});

describe("times", () => {
  it("are shown in UTC, and stay as they are when they are none", () => {
    expect(timeText("2026-11-24T09:41:07.123Z", "utc")).toBe("2026-11-24 09:41:07");
    expect(timeText("yesterday", "utc")).toBe("yesterday");
  });

  it("go through an input and back", () => {
    for (const zone of ["utc", "local"] as const) expect(fromInput(toInput("2026-11-24T09:41:07Z", zone), zone)).toBe("2026-11-24T09:41:07.000Z");
    expect(fromInput("", "utc")).toBeUndefined();
    expect(fromInput("garbage", "utc")).toBeUndefined();
  });

  it("have a rough age", () => {
    const now = Date.parse("2026-11-24T10:00:00Z");
    expect(["2026-11-24T09:59:59Z", "2026-11-24T09:57:00Z", "2026-11-24T07:00:00Z", "2026-11-20T10:00:00Z", "2026-11-25T10:00:00Z"].map((at) => agoText(at, now))).toEqual([
      "just now",
      "3 min ago",
      "3 h ago",
      "4 days ago",
      "in the future",
    ]);
  });
});
