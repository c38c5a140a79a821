package io.eventsec.core.vuln.inventory.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledPackagesTest {
  private static final OsRelease DEBIAN =
      OsRelease.parse(
          "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian\nVERSION_ID='12'\n# x=y\n");

  @Test
  void dpkg_givesWhatIsInstalled_withItsSource() throws IOException {
    List<SoftwareComponent> found =
        new InstalledPackages(DEBIAN)
            .dpkg(
                in(
                    """
                    Package: libc6
                    Status: install ok installed
                    Architecture: amd64
                    Source: glibc
                    Version: 2.36-9+deb12u4
                    Description: GNU C Library
                     Version: 9 is not this one

                    Package: libgcc-s1
                    Status: hold ok installed
                    Architecture: amd64
                    Source: gcc-12 (12.2.0-14)
                    Version: 12.2.0-14+b1

                    Package: gone
                    Status: deinstall ok config-files
                    Version: 1

                    Package: bash
                    Status: install ok installed
                    Architecture: amd64
                    Version: 5.2.15-2+b2
                    """));
    assertThat(found)
        .extracting(SoftwareComponent::name)
        .containsExactly("libc6", "libgcc-s1", "bash");
    assertThat(found.get(0).purl().map(Object::toString))
        .contains("pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12");
    assertThat(found.get(0).source()).contains(new SourcePackage("glibc", "2.36-9+deb12u4"));
    assertThat(found.get(1).source()).contains(new SourcePackage("gcc-12", "12.2.0-14"));
    assertThat(found.get(2).source()).isEmpty();
  }

  @Test
  void apk_givesPackagesWithTheirOrigin() throws IOException {
    OsRelease alpine = OsRelease.parse("ID=alpine\nVERSION_ID=3.18.4\n");
    List<SoftwareComponent> found =
        new InstalledPackages(alpine)
            .apk(
                in(
                    "C:Q1abc=\nP:libcrypto3\nV:3.1.4-r0\nA:x86_64\no:openssl\nF:lib\nR:libcrypto.so.3\n\nP:musl\nV:1.2.4-r2\n"));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).source()).contains(new SourcePackage("openssl", "3.1.4-r0"));
    assertThat(found.get(0).purl().map(Object::toString))
        .contains("pkg:apk/alpine/libcrypto3@3.1.4-r0?arch=x86_64&distro=alpine-3.18.4");
    assertThat(found.get(1).version()).isEqualTo("1.2.4-r2");
  }

  @Test
  void rpm_givesEpochSourceAndModule() throws IOException {
    OsRelease rhel = OsRelease.parse("ID=\"rhel\"\nVERSION_ID=\"8.9\"\n");
    List<SoftwareComponent> found =
        new InstalledPackages(rhel)
            .rpm(
                in(
                    "nodejs\t1\t16.20.2-2.module_el8.9.0+1\tx86_64\tnodejs-16.20.2-2.module_el8.9.0+1.src.rpm\tnodejs:16:8090020230718:63b34585\n"
                        + "gpg-pubkey\t(none)\t1-1\t(none)\t(none)\t(none)\n"
                        + "bash\t(none)\t4.4.20-4.el8_6\tx86_64\tbash-4.4.20-4.el8_6.src.rpm\t(none)\n"));
    assertThat(found).hasSize(2);
    assertThat(found.get(0).version()).isEqualTo("1:16.20.2-2.module_el8.9.0+1");
    assertThat(found.get(0).module()).isEqualTo("nodejs:16");
    assertThat(found.get(0).source().map(SourcePackage::name)).contains("nodejs");
    assertThat(found.get(1).module()).isEmpty();
    assertThat(found.get(1).purl().map(Object::toString))
        .contains("pkg:rpm/redhat/bash@4.4.20-4.el8_6?arch=x86_64&distro=rhel-8.9");
    assertThatThrownBy(() -> new InstalledPackages(rhel).rpm(in("error: cannot open\n")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not six columns");
  }

  @Test
  void osRelease_withoutANumber_isKnownByItsName() {
    assertThat(OsRelease.parse("ID=debian\nVERSION_CODENAME=trixie").release())
        .isEqualTo("debian-trixie");
    assertThat(OsRelease.parse("ID=arch").release()).isEqualTo("arch");
    assertThat(OsRelease.parse("").id()).isEqualTo("linux");
    assertThat(DEBIAN.release()).isEqualTo("debian-12");
  }

  @Test
  void ownedFiles_areTheirs() throws IOException {
    OwnedFiles owned = new OwnedFiles();
    owned.list(in("/.\n/usr/share/java/guava.jar\n"));
    owned.apk(in("P:py3-pip\nF:usr/lib/python3.11/site-packages/pip.dist-info\nR:METADATA\n"));
    assertThat(owned.contains("/usr/share/java/guava.jar")).isTrue();
    assertThat(owned.contains("/usr/lib/python3.11/site-packages/pip.dist-info/METADATA")).isTrue();
    assertThat(owned.contains("/opt/guava.jar")).isFalse();
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
