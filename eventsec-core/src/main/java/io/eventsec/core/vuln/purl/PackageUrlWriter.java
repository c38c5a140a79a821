package io.eventsec.core.vuln.purl;

import java.util.stream.Collectors;

/** Writes the canonical text. */
final class PackageUrlWriter {
  private PackageUrlWriter() {}

  static String write(PackageUrl url) {
    StringBuilder text = new StringBuilder("pkg:").append(url.type()).append('/');
    if (!url.namespace().isEmpty()) {
      text.append(Percent.encodedPath(url.namespace())).append('/');
    }
    boolean path = url.type().equals(TypeRules.GIT);
    text.append(path ? Percent.encodedPath(url.name()) : Percent.encoded(url.name()));
    if (!url.version().isEmpty()) {
      text.append('@').append(Percent.encoded(url.version()));
    }
    if (!url.qualifiers().isEmpty()) {
      text.append('?')
          .append(
              url.qualifiers().entrySet().stream()
                  .map(entry -> entry.getKey() + '=' + Percent.encoded(entry.getValue()))
                  .collect(Collectors.joining("&")));
    }
    if (!url.subpath().isEmpty()) {
      text.append('#').append(Percent.encodedPath(url.subpath()));
    }
    return text.toString();
  }
}
