package io.eventsec.core.vuln.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class JavaArchivesTest {
  private static final String MAVEN = "META-INF/maven/g/a/pom.properties";

  @Test
  void nestedLibraries_areFound_withTheirPlace() throws IOException {
    byte[] inner =
        archive(Map.of(MAVEN, bytes(pom("org.apache.logging.log4j", "log4j-core", "2.14.1"))));
    byte[] outer =
        archive(
            new TreeMap<>(
                Map.of(
                    "BOOT-INF/lib/log4j-core-2.14.1.jar",
                    inner,
                    MAVEN,
                    bytes(pom("com.example", "shop", "1.0")))));
    List<SoftwareComponent> found = read(outer, "/opt/shop.war");
    assertThat(found)
        .extracting(one -> one.purl().map(Object::toString).orElse(""), SoftwareComponent::location)
        .containsExactlyInAnyOrder(
            tuple(
                "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                "/opt/shop.war!BOOT-INF/lib/log4j-core-2.14.1.jar"),
            tuple("pkg:maven/com.example/shop@1.0", "/opt/shop.war"));
  }

  @Test
  void withoutWhatMavenWrote_manifestAndNameSayIt() throws IOException {
    byte[] archive =
        archive(
            Map.of(
                "META-INF/MANIFEST.MF",
                bytes("Manifest-Version: 1.0\nImplementation-Vendor-Id: org.example.tools\n")));
    assertThat(read(archive, "/opt/tool-kit-1.2.3.jar"))
        .extracting(one -> one.purl().map(Object::toString).orElse(""))
        .containsExactly("pkg:maven/org.example.tools/tool-kit@1.2.3");
    assertThat(read(archive, "/opt/tool.jar")).isEmpty();
  }

  @Test
  void bomb_isNotUnpackedToItsEnd() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 2049; i++) {
        zip.write(zeros);
      }
    }
    assertThatThrownBy(() -> read(out.toByteArray(), "/tmp/bomb.jar"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unpacks to more than");
  }

  @Test
  void archivesWithinArchives_endSomewhere() throws IOException {
    byte[] archive = archive(Map.of(MAVEN, bytes(pom("g", "innermost", "1"))));
    for (int depth = 0; depth < 10; depth++) {
      archive = archive(Map.of("inner.jar", archive));
    }
    assertThat(read(archive, "/tmp/deep.jar")).isEmpty();
  }

  @Test
  void npmAndPip_giveNameAndVersion() throws IOException {
    assertThat(
            LanguagePackages.npm(
                bytes("{\"name\": \"@angular/core\", \"version\": \"12.0.0\"}"), "/x"))
        .map(one -> one.purl().map(Object::toString).orElse(""))
        .contains("pkg:npm/%40angular/core@12.0.0");
    assertThat(LanguagePackages.npm(bytes("{\"name\": \"x\"}"), "/x")).isEmpty();
    assertThat(LanguagePackages.npm(bytes("{"), "/x")).isEmpty();
    assertThat(
            LanguagePackages.pip(
                bytes("Metadata-Version: 2.1\nName: Django\nVersion: 4.2\n\nVersion: 9 of it\n"),
                "/x"))
        .map(SoftwareComponent::version)
        .contains("4.2");
  }

  private static String pom(String group, String artifact, String version) {
    return "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] archive(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }

  private static List<SoftwareComponent> read(byte[] archive, String location) throws IOException {
    return JavaArchives.read(new ByteArrayInputStream(archive), location);
  }
}
