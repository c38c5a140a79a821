package io.eventsec.core.vuln.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryReaderTest {
  private static final String JSON =
      """
      {"bomFormat": "CycloneDX", "specVersion": "1.6",
       "metadata": {"timestamp": "2026-05-01T10:00:00Z", "component": {"type": "container", "name": "shop"}},
       "components": [
         {"type": "operating-system", "name": "debian", "version": "12.4"},
         {"type": "library", "name": "libssl3", "version": "3.0.11-1~deb12u2",
          "purl": "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64",
          "cpe": "cpe:2.3:a:openssl:openssl:3.0.11:*:*:*:*:*:*:*",
          "properties": [{"name": "aquasecurity:trivy:SrcName", "value": "openssl"},
                         {"name": "aquasecurity:trivy:SrcVersion", "value": "3.0.11"},
                         {"name": "aquasecurity:trivy:SrcRelease", "value": "1~deb12u2"}]},
         {"type": "application", "group": "org.apache", "name": "app", "version": "1",
          "components": [{"type": "library", "name": "log4j-core", "version": "2.14.1",
                          "purl": "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1"}]},
         {"type": "library", "name": "nodejs", "purl": "pkg:rpm/almalinux/nodejs@16.20.2-2.module_el8?distro=almalinux-8.9",
          "properties": [{"name": "syft:metadata:modularityLabel", "value": "nodejs:16:8090020230718:63b34585"}]},
         {"type": "library", "name": "odd", "version": "1", "purl": "pkg:npm/"}]}
      """;

  private static final String XML =
      """
      <?xml version="1.0"?>
      <bom xmlns="http://cyclonedx.org/schema/bom/1.5" serialNumber="urn:uuid:1">
        <metadata><timestamp>2026-05-01T10:00:00Z</timestamp><component type="application"><name>shop</name></component></metadata>
        <components>
          <component type="operating-system"><name>debian</name><version>12.4</version></component>
          <component type="library"><name>libssl3</name><version>3.0.11-1~deb12u2</version>
            <licenses><license><id>Apache-2.0</id></license></licenses>
            <purl>pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64</purl>
            <properties><property name="aquasecurity:trivy:SrcName">openssl</property>
              <property name="aquasecurity:trivy:SrcVersion">3.0.11-1~deb12u2</property></properties>
            <components><component type="library"><group>org.apache</group><name>inner</name><version>2</version></component></components>
          </component>
        </components>
      </bom>
      """;

  @Test
  void cycloneDx_json_givesComponentsOfAllDepths() throws UnreadableInventoryException {
    SoftwareInventory inventory = read(JSON);
    assertThat(inventory.subject()).isEqualTo("shop");
    assertThat(inventory.taken()).contains(Instant.parse("2026-05-01T10:00:00Z"));
    assertThat(inventory.components())
        .extracting(SoftwareComponent::name)
        .containsExactly("debian", "libssl3", "org.apache/app", "log4j-core", "nodejs", "odd");
    SoftwareComponent openssl = inventory.components().get(1);
    assertThat(openssl.release()).isEqualTo("debian-12.4");
    assertThat(openssl.source()).contains(new SourcePackage("openssl", "3.0.11-1~deb12u2"));
    assertThat(openssl.cpes()).hasSize(1);
    assertThat(inventory.components().get(4).module()).isEqualTo("nodejs:16");
    assertThat(inventory.components().get(4).version()).isEqualTo("16.20.2-2.module_el8");
    assertThat(inventory.problems())
        .singleElement()
        .asString()
        .startsWith("Component 'odd': A package URL with");
  }

  @Test
  void cycloneDx_xml_givesTheSame() throws UnreadableInventoryException {
    SoftwareInventory inventory = read(XML);
    assertThat(inventory.subject()).isEqualTo("shop");
    assertThat(inventory.taken()).contains(Instant.parse("2026-05-01T10:00:00Z"));
    assertThat(inventory.components())
        .extracting(SoftwareComponent::name)
        .containsExactly("debian", "libssl3", "org.apache/inner");
    assertThat(inventory.components().get(1)).isEqualTo(withoutCpe(read(JSON)));
  }

  private static SoftwareComponent withoutCpe(SoftwareInventory inventory) {
    SoftwareComponent one = inventory.components().get(1);
    return new SoftwareComponent(
        one.name(),
        one.version(),
        one.purl(),
        List.of(),
        one.release(),
        one.source(),
        one.module(),
        one.location());
  }

  @Test
  void spdx2_givesPackageUrlsAndSources() throws UnreadableInventoryException {
    SoftwareInventory inventory =
        read(
            """
            {"spdxVersion": "SPDX-2.3", "name": "shop", "creationInfo": {"created": "2026-05-01T10:00:00Z"},
             "packages": [
              {"name": "alpine", "versionInfo": "3.18.4", "primaryPackagePurpose": "OPERATING-SYSTEM"},
              {"name": "libcrypto3", "versionInfo": "3.1.4-r0", "sourceInfo": "built package from: openssl 3.1.4-r0",
               "externalRefs": [
                {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:apk/alpine/libcrypto3@3.1.4-r0"},
                {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:a:openssl:openssl:3.1.4:*:*:*:*:*:*:*"}]}]}
            """);
    SoftwareComponent openssl = inventory.components().get(1);
    assertThat(openssl.release()).isEqualTo("alpine-3.18.4");
    assertThat(openssl.source()).contains(new SourcePackage("openssl", "3.1.4-r0"));
    assertThat(openssl.purl().map(Object::toString)).contains("pkg:apk/alpine/libcrypto3@3.1.4-r0");
    assertThat(openssl.cpes()).hasSize(1);
  }

  @Test
  void spdx3_givesPackages() throws UnreadableInventoryException {
    SoftwareInventory inventory =
        read(
            """
            {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
              {"type": "CreationInfo", "created": "2026-05-01T10:00:00Z"},
              {"type": "SpdxDocument", "name": "shop"},
              {"type": "software_Package", "name": "requests", "software_packageVersion": "2.30.0",
               "software_packageUrl": "pkg:pypi/requests@2.30.0",
               "externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "cpe23",
                 "identifier": "cpe:2.3:a:python:requests:2.30.0:*:*:*:*:*:*:*"}]},
              {"type": "software_File", "name": "x"}]}
            """);
    assertThat(inventory.subject()).isEqualTo("shop");
    assertThat(inventory.taken()).contains(Instant.parse("2026-05-01T10:00:00Z"));
    assertThat(inventory.components()).hasSize(1);
    assertThat(inventory.components().get(0).cpes()).hasSize(1);
  }

  @Test
  void lines_areNames() throws UnreadableInventoryException {
    SoftwareInventory inventory =
        read("# mine\npkg:npm/%40angular/core@12.0.0\n\ncpe:2.3:a:f5:nginx:1.20.1:*:*:*:*:*:*:*\n");
    assertThat(inventory.components())
        .extracting(SoftwareComponent::name, SoftwareComponent::version)
        .containsExactly(tuple("@angular/core", "12.0.0"), tuple("nginx", "1.20.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"bomFormat\": \"CycloneDX\"} {}",
        "{\"bomFormat\": ",
        "<bom/>",
        "<!DOCTYPE bom [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"><a>&a;</a></bom>",
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">",
        "hello",
      })
  void read_whatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableInventoryException.class);
  }

  @Test
  void xml_thatIsNestedTooDeep_isRefused() {
    String deep =
        "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">"
            + "<a>".repeat(5000)
            + "</a>".repeat(5000)
            + "</bom>";
    // Java 25 refuses it before we do, and speaks of its depth.
    assertThatThrownBy(() -> read(deep))
        .isInstanceOf(UnreadableInventoryException.class)
        .hasMessageMatching("(?s).*(nested|depth).*");
  }

  @Test
  void empty_hasNothing() throws UnreadableInventoryException {
    assertThat(read(""))
        .isEqualTo(new SoftwareInventory("", Optional.empty(), List.of(), List.of()));
  }

  @Test
  void libraries_ofTheDistributionsPackages_areLeftOutAndTold()
      throws UnreadableInventoryException {
    SoftwareInventory inventory =
        read(
            """
            {"spdxVersion": "SPDX-2.3", "name": "image", "packages": [
              {"name": "python3-six", "versionInfo": "1.16.0-4", "externalRefs": [{"referenceType": "purl",
                "referenceLocator": "pkg:deb/debian/python3-six@1.16.0-4?distro=debian-12"}]},
              {"name": "six", "versionInfo": "1.16.0", "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:pypi/six@1.16.0"}],
                "sourceInfo": "acquired package info from installed python package manifest file: /usr/lib/python3/dist-packages/six-1.16.0.egg-info/PKG-INFO, /x"},
              {"name": "six", "versionInfo": "1.15.0", "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:pypi/six@1.15.0"}],
                "sourceInfo": "acquired package info from installed python package manifest file: /usr/local/lib/python3.11/dist-packages/six-1.15.0.dist-info/METADATA"}]}
            """);
    assertThat(inventory.components())
        .extracting(SoftwareComponent::version)
        .containsExactly("1.16.0-4", "1.15.0");
    assertThat(inventory.problems()).singleElement().asString().contains("six 1.16.0");
    SoftwareInventory noDistribution =
        read(
            """
            {"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "six", "purl": "pkg:pypi/six@1.16.0",
              "properties": [{"name": "syft:location:0:path", "value": "/usr/lib/python3/dist-packages/six-1.16.0.egg-info"}]}]}
            """);
    assertThat(noDistribution.components()).hasSize(1);
  }

  private static SoftwareInventory read(String text) throws UnreadableInventoryException {
    return new InventoryReader().read(text.getBytes(StandardCharsets.UTF_8));
  }
}
