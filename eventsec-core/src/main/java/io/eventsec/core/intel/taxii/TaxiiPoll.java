package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.feed.ImportReport;
import java.util.Optional;

/**
 * What a poll has brought.
 *
 * @param report of the objects of all pages
 * @param pages how many were read
 * @param addedAfter where the next poll goes on: when the server got the last object that was read,
 *     as it spells it; what was given if nothing came
 * @param complete true if all was read that the server has; false if limits, or a page that was
 *     broken, ended the poll before, and the next one goes on
 * @param failure why the poll ended before; empty if it did not
 */
public record TaxiiPoll(
    ImportReport report,
    int pages,
    Optional<String> addedAfter,
    boolean complete,
    Optional<TaxiiException> failure) {}
