package io.eventsec.core.vuln.advisory;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.range.VersRange;
import java.util.Optional;

/**
 * A match criterion of NVD: a name, and where that leaves the version open a range.
 *
 * @param name may have wildcards
 * @param range of versions, compared by {@link
 *     io.eventsec.core.vuln.version.VersionScheme#GENERIC}; empty if the name says it all
 * @param vulnerable false for what something vulnerable runs on
 */
public record CpeCriteria(CpeName name, Optional<VersRange> range, boolean vulnerable) {}
