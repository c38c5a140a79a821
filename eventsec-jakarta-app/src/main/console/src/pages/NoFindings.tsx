import { useResource } from "../api/useResource";
import type { AdvisorySource } from "../api/vulnerabilities";
import { paths } from "../app/paths";
import { useAccess } from "../app/session";
import { Link } from "../router/Link";
import { counted } from "../text/values";
import { Empty, Loading } from "../ui/states";
import { isUnwell } from "./AdvisorySourcesNote";
import { type FindingFilter, isNarrowed } from "./findingFilters";

/** Why no finding is shown: an empty list is good news only where something was looked for in something. */
export function NoFindings({ filter, sources }: { filter: FindingFilter; sources: readonly AdvisorySource[] }) {
  if (sources.length === 0) return <NoAdvisories />;
  if (sources.every(({ records }) => records === 0)) return <NothingToLookFor />;
  if (isNarrowed(filter)) {
    return (
      <Empty title="No finding fits this filter">
        <p>
          Take a filter away, or <Link to={paths.vulnerabilities}>show all that wait</Link>.
        </p>
      </Empty>
    );
  }
  return <NothingFound sources={sources} waiting={filter.status.length > 0} />;
}

function NoAdvisories() {
  return (
    <Empty title="No advisories are connected">
      <p>
        Nothing is looked for, so this says nothing about the hosts. Have an administrator set <code>EVENTSEC_ADVISORIES_DIR</code> to a directory of
        advisories, and <code>EVENTSEC_ADVISORIES_MIRROR</code> to have them fetched.
      </p>
    </Empty>
  );
}

function NothingToLookFor() {
  return (
    <Empty title="No advisory could be read yet">
      <p>
        Nothing is looked for, so this says nothing about the hosts. The <Link to={paths.advisorySources}>advisory sources</Link> say why.
      </p>
    </Empty>
  );
}

/** Whether there is anything that could have been found is only asked where the answer may be seen. */
function NothingFound({ sources, waiting }: { sources: readonly AdvisorySource[]; waiting: boolean }) {
  const { client, can } = useAccess();
  const maySee = can("inventory:read");
  const first = useResource("any asset", async (signal) => (maySee ? client.inventory.assets({}, null, 1, signal) : null));
  if (maySee && first.data === null && first.problem === null) return <Loading what="the inventory" />;
  if (first.data?.items.length === 0) {
    return (
      <Empty title="No inventory yet">
        <p>
          It is not known what is installed anywhere, so nothing can be found. Run <code>eventsec inventory --server …</code> on a host, or hand in an SBOM at{" "}
          <code>/api/v1/inventory/sboms</code>.
        </p>
      </Empty>
    );
  }
  const unwell = sources.filter(isUnwell).length;
  return (
    <Empty title={waiting ? "Nothing waits to be dealt with" : "Nothing was found"}>
      <p>
        {counted(sources.length - unwell, "source")} of advisories {sources.length - unwell === 1 ? "was" : "were"} compared with the{" "}
        <Link to={paths.inventory}>inventory</Link>
        {unwell > 0 && `; ${unwell} more ${unwell === 1 ? "is" : "are"} not of these days`}. What is not in it is not looked at.
      </p>
    </Empty>
  );
}
