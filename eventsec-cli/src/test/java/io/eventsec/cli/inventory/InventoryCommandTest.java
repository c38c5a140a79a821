package io.eventsec.cli.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import io.eventsec.core.vuln.inventory.InventoryReader;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.inventory.UnreadableInventoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryCommandTest {
  @TempDir Path root;

  @Test
  void host_isWhatItsPackageManagersSay_andLibrariesThatAreNotTheirs()
      throws IOException, UnreadableInventoryException {
    write("etc/os-release", "ID=debian\nVERSION_ID=\"11\"\n");
    write(
        "var/lib/dpkg/status",
        "Package: libssl1.1\nStatus: install ok installed\nSource: openssl\nVersion: 1.1.1n-0+deb11u3\nArchitecture: amd64\n");
    write(
        "var/lib/dpkg/info/python3-idna.list",
        "/usr/lib/python3/dist-packages/idna.dist-info/METADATA\n");
    write("usr/lib/python3/dist-packages/idna.dist-info/METADATA", "Name: idna\nVersion: 2.10\n");
    write("opt/venv/lib/django.dist-info/METADATA", "Name: Django\nVersion: 4.2.1\n");
    write(
        "srv/app/node_modules/lodash/package.json",
        "{\"name\":\"lodash\",\"version\":\"4.17.20\"}");
    write("srv/app/package.json", "{\"name\":\"app\",\"version\":\"1\"}");
    write("proc/1/x.dist-info/METADATA", "Name: never\nVersion: 1\n");
    write("opt/broken.jar", "no archive");

    CommandRun run = CommandRun.of("inventory", "--root", root.toString(), "--name", "web-1");

    assertThat(run.status()).isZero();
    SoftwareInventory inventory =
        new InventoryReader().read(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(inventory.subject()).isEqualTo("web-1");
    assertThat(inventory.taken()).isPresent();
    assertThat(inventory.components())
        .extracting(SoftwareComponent::name)
        .containsExactlyInAnyOrder("libssl1.1", "django", "lodash");
    SoftwareComponent openssl = inventory.components().get(0);
    assertThat(openssl.release()).isEqualTo("debian-11");
    assertThat(openssl.source()).contains(new SourcePackage("openssl", "1.1.1n-0+deb11u3"));
    assertThat(run.err()).contains("1 packages of the distribution, 2 of npm, pip and Maven");
  }

  @Test
  void path_isWhereLibrariesAreLookedFor() throws IOException {
    write("opt/a.dist-info/METADATA", "Name: a\nVersion: 1\n");
    write("srv/b.dist-info/METADATA", "Name: b\nVersion: 1\n");

    CommandRun run =
        CommandRun.of(
            "inventory", "--root", root.toString(), "--path", root.resolve("srv").toString());

    assertThat(run.out()).contains("pkg:pypi/b@1").doesNotContain("pkg:pypi/a@1");
    assertThat(CommandRun.of("inventory", "--root", root.toString(), "--path", "/").status())
        .isEqualTo(2);
  }

  @Test
  void root_thatIsNone_isSaid() {
    CommandRun run = CommandRun.of("inventory", "--root", root.resolve("none").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is no directory");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
