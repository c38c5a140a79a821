package io.eventsec.core.vuln.inventory.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.internal.PlainJsonReader;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what npm and pip leave beside what they installed. */
public final class LanguagePackages {
  private LanguagePackages() {}

  /**
   * Reads the {@code package.json} of an installed package of npm.
   *
   * @param location where it is
   * @return empty if it has no name or version, or is no JSON, as those of tests within packages
   */
  public static Optional<SoftwareComponent> npm(byte[] json, String location) throws IOException {
    JsonFields fields;
    try {
      fields = PlainJsonReader.object(json).map(JsonFields::new).orElse(new JsonFields(Map.of()));
    } catch (JsonProcessingException | CharacterCodingException e) {
      return Optional.empty();
    }
    String name = fields.text("name");
    int slash = name.indexOf('/');
    return named(
        "npm",
        slash < 0 ? "" : name.substring(0, slash),
        name.substring(slash + 1),
        fields.text("version"),
        location);
  }

  /**
   * Reads the {@code METADATA} of a wheel or the {@code PKG-INFO} of an egg (core metadata of
   * Python packages).
   *
   * @param location where it is
   * @return empty if it has no name or version
   */
  public static Optional<SoftwareComponent> pip(byte[] metadata, String location)
      throws IOException {
    List<SoftwareComponent> found = new ArrayList<>(1);
    Stanzas.read(
        new ByteArrayInputStream(metadata),
        fields -> {
          if (found.isEmpty()) {
            named(
                    "pypi",
                    "",
                    fields.getOrDefault("Name", ""),
                    fields.getOrDefault("Version", ""),
                    location)
                .ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }

  static Optional<SoftwareComponent> named(
      String type, String namespace, String name, String version, String location) {
    if (name.isBlank() || version.isBlank()) {
      return Optional.empty();
    }
    try {
      SoftwareComponent component =
          SoftwareComponent.of(new PackageUrl(type, namespace, name, version, Map.of(), ""));
      return Optional.of(component.in(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
