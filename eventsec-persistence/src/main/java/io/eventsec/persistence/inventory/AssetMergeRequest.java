package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Tenant;
import java.util.UUID;

/**
 * A person says that two assets are the same machine.
 *
 * @param tenant whose
 * @param survivor the one that stays
 * @param expectedRevision that of the one that stays, as the person saw it
 * @param other the one that becomes part of it
 * @param person who says so
 */
public record AssetMergeRequest(
    Tenant tenant, UUID survivor, int expectedRevision, UUID other, UUID person) {}
