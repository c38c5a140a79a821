import { useEffect, useRef, useState } from "react";
import { asProblem, type ApiProblem } from "../api/problem";
import type { Session } from "../api/types";
import { useStreamState } from "../live/LiveAlerts";
import { Link, usePlace } from "../router/Link";
import { navigate } from "../router/router";
import { LiveBadge } from "../ui/badges";
import { ErrorBoundary } from "../ui/ErrorBoundary";
import { Icon } from "../ui/Icon";
import { focusSearch, moveRow, useKeys } from "../ui/keys";
import { Empty, ProblemNote } from "../ui/states";
import { PageHead } from "../ui/parts";
import { Text } from "../ui/Text";
import { HelpDialog } from "./HelpDialog";
import { prefer, usePreferences } from "./preferences";
import { paths } from "./paths";
import { ROUTES } from "./routes";
import { useAccess } from "./session";
import { useUnread } from "./unread";

/** The frame around every page: navigation, live indicator, the user's choices. */
export function Shell({ session }: { session: Session }) {
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { path } = usePlace();
  const pathBefore = useRef(path);
  useShellKeys(() => setHelp(true));
  useEffect(() => {
    // A screen reader starts at the new page, not at the link that led to it.
    if (pathBefore.current !== path) main.current?.focus({ preventScroll: true });
    pathBefore.current = path;
    // On a narrow window the names of the pages stand in a row that is wider.
    document.querySelector("nav [aria-current]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [path]);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="top">
        <Brand />
        <Navigation path={path} />
        <TopTools session={session} onHelp={() => setHelp(true)} />
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <ErrorBoundary key={path}>
          <CurrentPage path={path} />
        </ErrorBoundary>
      </main>
      {help && <HelpDialog onClose={() => setHelp(false)} />}
    </div>
  );
}

function Brand() {
  return (
    <Link to={paths.overview} className="brand" aria-label="EVENTSEC, overview">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path className="brand-shield" d="M16 2 28 6v9c0 8-5 12.5-12 15C9 27.5 4 23 4 15V6z" />
        <path className="brand-pulse" d="M9 16h4l2-5 3 10 2-5h3" />
      </svg>
      EVENTSEC
    </Link>
  );
}

function Navigation({ path }: { path: string }) {
  const { can } = useAccess();
  return (
    <nav aria-label="Main">
      {ROUTES.map(({ nav, needs, pattern, title }) =>
        nav === undefined || !can(needs) ? null : (
          <Link
            key={pattern}
            to={pattern}
            aria-current={path === pattern ? "page" : pattern !== "/" && path.startsWith(`${pattern}/`) ? "true" : undefined}
          >
            <Icon name={nav.icon} />
            {title}
          </Link>
        ),
      )}
    </nav>
  );
}

function TopTools({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const { can, client } = useAccess();
  const { theme, zone } = usePreferences();
  const state = useStreamState();
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const nextTheme = theme === "system" ? "light" : theme === "light" ? "dark" : "system";
  return (
    <div className="top-tools">
      {can("alerts:read") && <LiveBadge state={state} />}
      {can("alerts:read") && <UnreadLink />}
      <button type="button" className="button button-quiet" onClick={() => prefer({ zone: zone === "utc" ? "local" : "utc" })} aria-label={`Times are shown in ${zone === "utc" ? "UTC" : "local time"}; switch`} title="Switch between UTC and local time">
        {zone === "utc" ? "UTC" : "Local"}
      </button>
      <button type="button" className="button button-quiet button-icon" onClick={() => prefer({ theme: nextTheme })} aria-label={`Theme: ${theme}; switch to ${nextTheme}`} title={`Theme: ${theme}`}>
        <Icon name={theme === "system" ? "half" : theme === "light" ? "sun" : "moon"} />
      </button>
      <button type="button" className="button button-quiet button-icon" onClick={onHelp} aria-label="Keyboard shortcuts" title="Keyboard shortcuts (?)">
        <Icon name="help" />
      </button>
      <span className="user" title={`${session.user.username}, ${session.user.role}, tenant ${session.tenant}, version ${session.version}`}>
        <span className="user-name">
          <Text value={session.user.displayName || session.user.username} max={40} expand={false} />
        </span>
        <span className="muted">{session.user.role}</span>
      </span>
      <button
        type="button"
        className="button button-quiet"
        onClick={() => void client.signOut().catch((failure: unknown) => setProblem(asProblem(failure)))}
      >
        Sign out
      </button>
      {problem !== null && <ProblemNote problem={problem} />}
    </div>
  );
}

/** The way to what the user was told, with the number that they have not read. */
function UnreadLink() {
  const { unread } = useUnread();
  const number = unread > 999 ? "999+" : String(unread);
  const name = unread === 0 ? "Notifications" : `Notifications, ${number} unread`;
  return (
    <Link to={paths.notifications} className="button button-quiet button-icon unread" aria-label={name} title={name}>
      <Icon name="inbox" />
      {unread > 0 && (
        <span className="unread-number" aria-hidden="true">
          {number}
        </span>
      )}
    </Link>
  );
}

function CurrentPage({ path }: { path: string }) {
  const { can, standing } = useAccess();
  for (const route of ROUTES) {
    const page = route.match(path);
    if (page === null) continue;
    if (can(route.needs)) return page;
    return (
      <>
        <PageHead title={route.title} />
        <Empty title="You may not see this page">
          <p>
            It needs the permission <code>{route.needs}</code>, which your role
            {standing.kind === "signed-in" && ` (${standing.session.user.role})`} does not have. Ask an administrator for it.
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title="Page not found" />
      <Empty title="There is no page at this address">
        <p>
          Go to the <Link to={paths.overview}>overview</Link> or the <Link to={paths.alerts}>alerts</Link>.
        </p>
      </Empty>
    </>
  );
}

/** The keys that work on every page; `g` then a letter goes to a page. */
function useShellKeys(onHelp: () => void): void {
  const { can } = useAccess();
  const goUntil = useRef(0);
  const keys: Record<string, () => void> = {
    j: () => moveRow(1),
    k: () => moveRow(-1),
    "/": focusSearch,
    "?": onHelp,
    g: () => {
      goUntil.current = Date.now() + 1500;
    },
  };
  for (const { nav, pattern, needs } of ROUTES) {
    if (nav?.key === undefined) continue;
    keys[nav.key] = () => {
      if (Date.now() < goUntil.current && can(needs)) navigate(pattern);
      goUntil.current = 0;
    };
  }
  useKeys(keys);
}
