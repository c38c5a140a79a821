package io.eventsec.core.vuln.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.OsvReader;
import io.eventsec.core.vuln.advisory.UnreadableAdvisoryException;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AdvisoryIndexPropertyTest {
  private static final List<String> ECOSYSTEMS =
      List.of("Debian:11", "Debian:12", "Debian", "AlmaLinux:8", "PyPI", "Go");

  /** An advisory and a component by themselves are asked without index, memory and neighbours. */
  @Property
  void matches_areThoseOfEachAdvisoryAndComponentAlone(
      @ForAll("records") List<String> records, @ForAll("components") List<String> purls)
      throws UnreadableAdvisoryException {
    List<Advisory> advisories = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      String record = records.get(i).replace("ID", "A-" + i);
      advisories.add(new OsvReader("test").read(record.getBytes(StandardCharsets.UTF_8)));
    }
    List<SoftwareComponent> components =
        purls.stream().map(purl -> SoftwareComponent.of(PackageUrl.parse(purl))).toList();
    Set<String> alone = new TreeSet<>();
    for (Advisory advisory : advisories) {
      AdvisoryIndex one = AdvisoryIndex.of(List.of(advisory));
      components.forEach(component -> one.match(List.of(component)).forEach(add(alone)));
    }
    Set<String> together = new TreeSet<>();
    AdvisoryIndex index = AdvisoryIndex.of(advisories);
    index.match(components).forEach(add(together));
    assertThat(together).isEqualTo(alone);
    Set<String> fast = new TreeSet<>();
    index.matchAll(components, add(fast));
    assertThat(fast).isEqualTo(alone);
  }

  private static Consumer<VulnerabilityMatch> add(Set<String> found) {
    return match ->
        found.add(match.component().purl() + " " + match.advisory().id() + " " + match.reason());
  }

  @Provide
  Arbitrary<List<String>> records() {
    Arbitrary<String> ecosystem = Arbitraries.of(ECOSYSTEMS);
    Arbitrary<String> name = Arbitraries.of("a", "b");
    Arbitrary<Integer> from = Arbitraries.integers().between(0, 5);
    Arbitrary<Integer> length = Arbitraries.integers().between(1, 5);
    Arbitrary<String> affected =
        Combinators.combine(ecosystem, name, from, length)
            .as(
                (where, what, start, more) ->
                    ("{\"package\": {\"ecosystem\": \"%s\", \"name\": \"%s\"}, \"ranges\": [{\"type\":"
                            + " \"ECOSYSTEM\", \"events\": [{\"introduced\": \"%d\"}, {\"fixed\":"
                            + " \"%d\"}]}]}")
                        .formatted(where, what, start, start + more));
    return affected
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(all -> "{\"id\": \"ID\", \"affected\": [" + String.join(", ", all) + "]}")
        .list()
        .ofMaxSize(30);
  }

  @Provide
  Arbitrary<List<String>> components() {
    return Combinators.combine(
            Arbitraries.of(
                "pkg:deb/debian/%s@%s?distro=debian-11",
                "pkg:deb/debian/%s@%s?distro=debian-12",
                "pkg:rpm/almalinux/%s@%s?distro=almalinux-8",
                "pkg:pypi/%s@%s",
                "pkg:golang/%s@%s"),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.of("0", "1", "2", "3", "4", "5", "6", "x"))
        .as((purl, name, version) -> purl.formatted(name, version))
        .list()
        .ofMaxSize(40);
  }
}
