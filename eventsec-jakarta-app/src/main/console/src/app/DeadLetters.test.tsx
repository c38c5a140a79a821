import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { DeadLetterGroup, DeadLetterStanding, EvictionNotice } from "../api/types";
import { navigate } from "../router/router";
import { json, serve, session } from "../test/server";
import { App } from "./App";

const user = userEvent.setup({ delay: null });
const GROUP: DeadLetterGroup = {
  stage: "parse",
  cause: "format.unknown",
  source: "fw",
  count: 700,
  firstSeen: "2026-11-26T09:00:00Z",
  lastSeen: "2026-11-26T10:00:00Z",
  refusedByOther: 0,
};
const STANDING: DeadLetterStanding = { letters: 700, bytes: 70_000, mostLetters: 1000, mostBytes: 1_048_576, parser: "1/a", notices: [] };
const NOTICE: EvictionNotice = {
  announcedAt: "2026-11-26T09:00:00Z",
  dueAt: "2026-11-27T09:00:00Z",
  letters: 1200,
  bytes: 120_000,
  evicted: 0,
  endedAt: null,
};

function show(permissions: string[], answers: Parameters<typeof serve>[0] = {}) {
  serve({
    "GET /session": () => json(session({ permissions })),
    "GET /dead-letters": () => json({ items: [], nextCursor: null }),
    "GET /dead-letters/groups": () => json([GROUP]),
    "GET /dead-letters/standing": () => json(STANDING),
    ...answers,
  });
  navigate("/dead-letters");
  render(<App setupToken={null} />);
}

describe("dead letters", () => {
  it("are replayed to the last, with the format that is named", async () => {
    const bodies: unknown[] = [];
    show(["system:read", "system:manage"], {
      "POST /dead-letters/replay": (asked) => {
        bodies.push(asked.body);
        const next = bodies.length === 1 ? "500" : "";
        return json({ replayed: bodies.length === 1 ? 500 : 150, stillRefused: 25, alreadyJudged: 0, next });
      },
    });
    await user.click(await screen.findByRole("button", { name: "Replay format.unknown of fw" }));
    await user.type(screen.getByLabelText(/Format/), "syslog");
    await user.click(screen.getByRole("button", { name: "Replay" }));
    expect((await screen.findByRole("status")).textContent).toBe("650 on their way again, 50 stay as they are.");
    expect(bodies).toEqual([
      { stage: "parse", cause: "format.unknown", source: "fw", format: "syslog" },
      { stage: "parse", cause: "format.unknown", source: "fw", format: "syslog", after: "500" },
    ]);
  });

  it("are discarded after a question", async () => {
    let discarded = 0;
    show(["system:read", "system:manage"], {
      "POST /dead-letters/discard": () => {
        discarded++;
        return json({ discarded: 500, more: discarded === 1 });
      },
    });
    await user.click(await screen.findByRole("button", { name: "Discard format.unknown of fw" }));
    expect(discarded).toBe(0);
    await user.click(screen.getByRole("button", { name: "Discard" }));
    await screen.findByRole("table", { name: "Dead letters by cause" });
    expect(discarded).toBe(2);
  });

  it("are announced to go before they do", async () => {
    show(["system:read"], {
      "GET /dead-letters/standing": () => json({ ...STANDING, letters: 1200, notices: [NOTICE] }),
      "GET /dead-letters/groups": () => json([{ ...GROUP, refusedByOther: 12 }]),
    });
    expect((await screen.findByRole("alert")).textContent).toContain("There are 1,200 with 1 MiB; 1,000 and 1 MiB are kept.");
    expect(await screen.findByText("12 by older formats")).toBeTruthy();
  });

  it("that went are told of", async () => {
    show(["system:read"], {
      "GET /dead-letters/standing": () =>
        json({ ...STANDING, notices: [{ ...NOTICE, evicted: 200, endedAt: "2026-11-27T09:00:30Z" }] }),
    });
    expect(await screen.findByText(/200 of the oldest lines went/)).toBeTruthy();
  });

  it("are only looked at by those who may not manage", async () => {
    show(["system:read"]);
    await screen.findByRole("table", { name: "Dead letters by cause" });
    expect(screen.queryByRole("button", { name: /Replay/ })).toBeNull();
  });
});
