package io.eventsec.app.api;

import io.eventsec.persistence.inventory.ComponentRecord;
import io.eventsec.persistence.inventory.SoftwareComponent;
import java.time.Instant;
import java.util.Optional;

/**
 * A component while it is or was installed on an asset. What it does not have is the empty text.
 *
 * @param id of its stay there
 * @param ecosystem where the name means something
 * @param name in that ecosystem
 * @param version as it is written there
 * @param arch the architecture it was built for
 * @param distro the release it belongs to
 * @param sourceName the source package it was built from
 * @param sourceVersion the version of that
 * @param purl its package URL
 * @param cpe its CPE 2.3 name
 * @param firstSeenAt the first snapshot that has it
 * @param lastSeenAt the last snapshot that has it
 * @param removedAt the first snapshot that has it no more
 */
public record ComponentJson(
    long id,
    String ecosystem,
    String name,
    String version,
    String arch,
    String distro,
    String sourceName,
    String sourceVersion,
    String purl,
    String cpe,
    Instant firstSeenAt,
    Instant lastSeenAt,
    Optional<Instant> removedAt) {

  static ComponentJson of(ComponentRecord stay) {
    SoftwareComponent component = stay.component();
    return new ComponentJson(
        stay.id(),
        component.ecosystem(),
        component.name(),
        component.version(),
        component.arch(),
        component.distro(),
        component.sourceName(),
        component.sourceVersion(),
        component.purl(),
        component.cpe(),
        stay.firstSeenAt(),
        stay.lastSeenAt(),
        stay.removedAt());
  }
}
