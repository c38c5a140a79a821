package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.FindingStatus;

/**
 * A finding as it is stored.
 *
 * @param id of the row
 * @param key what it is of
 * @param status where it stands
 * @param installed false if the component is gone
 * @param content what it says
 */
public record StoredFinding(
    long id, FindingKey key, FindingStatus status, boolean installed, FindingContent content) {}
