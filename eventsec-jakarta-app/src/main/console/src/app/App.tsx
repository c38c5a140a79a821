import { useEffect } from "react";
import { LiveAlerts } from "../live/LiveAlerts";
import { SetupPage } from "../pages/SetupPage";
import { SignInPage } from "../pages/SignInPage";
import { StartingPage } from "../pages/StartingPage";
import { usePlace } from "../router/Link";
import { navigate, safeReturn } from "../router/router";
import { Loading } from "../ui/states";
import { paths } from "./paths";
import { SessionProvider, useAccess } from "./session";
import { Shell } from "./Shell";
import { UnreadProvider } from "./unread";

export function App({ setupToken }: { setupToken: string | null }) {
  return (
    <SessionProvider>
      <Gate setupToken={setupToken} />
    </SessionProvider>
  );
}

/** Before the pages: is the server there, is somebody signed in, is this the first start. */
function Gate({ setupToken }: { setupToken: string | null }) {
  const { standing } = useAccess();
  const { path, search } = usePlace();
  const entrance = path === paths.signIn || path === paths.setup;

  const target = (() => {
    if (standing.kind === "signed-in" && entrance) return safeReturn(new URLSearchParams(search).get("next"));
    if (standing.kind !== "signed-out") return null;
    if (standing.setupNeeded) return path === paths.setup ? null : paths.setup;
    if (entrance) return null;
    const next = path + search;
    return next === "/" ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(next)}`;
  })();
  useEffect(() => {
    if (target !== null) navigate(target, "replace");
  }, [target]);

  if (standing.kind === "asking" || target !== null) return <Loading what="the console" />;
  if (standing.kind === "away") return <StartingPage problem={standing.problem} />;
  if (standing.kind === "signed-out") {
    return path === paths.setup ? <SetupPage token={setupToken} needed={standing.setupNeeded} /> : <SignInPage ended={standing.ended} />;
  }
  return (
    <LiveAlerts>
      <UnreadProvider>
        <Shell session={standing.session} />
      </UnreadProvider>
    </LiveAlerts>
  );
}
