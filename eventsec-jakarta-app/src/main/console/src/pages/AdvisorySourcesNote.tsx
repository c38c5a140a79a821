import type { AdvisorySource } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { Link } from "../router/Link";
import { counted } from "../text/values";
import { Text } from "../ui/Text";

const MOST_NAMED = 5;

/** How a source stands, in words. */
export function sourceState({ state, tooOld }: AdvisorySource): string {
  return state === "in_force" && tooOld ? "too old" : state.replaceAll("_", " ");
}

/** What is wrong with a source, if anything is. */
export function isUnwell({ state, tooOld }: AdvisorySource): boolean {
  return state !== "in_force" || tooOld;
}

/** That findings may lack what sources have to say, where that is so. */
export function AdvisorySourcesNote({ sources }: { sources: readonly AdvisorySource[] }) {
  const unwell = sources.filter(isUnwell);
  if (unwell.length === 0) return null;
  return (
    <div className="note note-warn" role="status">
      <p className="note-title">
        {counted(unwell.length, "source")} of advisories {unwell.length === 1 ? "is" : "are"} not of these days
      </p>
      <p>
        {unwell.slice(0, MOST_NAMED).map((source, i) => (
          <span key={source.name}>
            {i > 0 && ", "}
            <Text value={source.name} max={60} expand={false} /> is {sourceState(source)}
          </span>
        ))}
        {unwell.length > MOST_NAMED && ` and ${unwell.length - MOST_NAMED} more`}. What they have not told cannot be found: see the{" "}
        <Link to={paths.advisorySources}>advisory sources</Link>.
      </p>
    </div>
  );
}
