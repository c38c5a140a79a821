package io.eventsec.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An inventory on its way from the command to the server. */
class InventorySendIT {
  private static final String HOST = "inventory-it";
  private static final String STATUS =
      """
      Package: libssl3
      Status: install ok installed
      Source: openssl
      Version: %s
      Architecture: amd64
      """;

  private final Up up = Shared.installation();
  private final Stored stored = new Stored(up);

  @Test
  void host_isSentTwice_andItsChangesAreRecorded() throws Exception {
    Path root = Path.of("target", "inventory-it").toAbsolutePath();
    Trees.delete(root);
    write(root, "etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n");
    write(root, "var/lib/dpkg/status", STATUS.formatted("3.0.11-1"));
    write(
        root,
        "srv/app/node_modules/lodash/package.json",
        "{\"name\":\"lodash\",\"version\":\"4\"}");

    Command first = send(root);
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.out()).contains("2 installed, 0 upgraded, 0 removed, 0 as before");
    assertThat(installed())
        .containsExactly("deb libssl3 3.0.11-1 debian-12 openssl", "npm lodash 4  ");

    write(root, "var/lib/dpkg/status", STATUS.formatted("3.0.13-1"));
    // Its time is in seconds: one of the same second is not newer.
    Command second = send(root);
    while (second.out().contains("recorded already")) {
      second = send(root);
    }
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.out()).contains("0 installed, 1 upgraded, 0 removed, 1 as before");
    assertThat(installed())
        .containsExactly("deb libssl3 3.0.13-1 debian-12 openssl", "npm lodash 4  ");
  }

  private Command send(Path root) {
    return Command.run(
        "inventory",
        "--root",
        root.toString(),
        "--name",
        HOST,
        "--server",
        up.address().toString(),
        "--token-file",
        up.tokenFile().toString());
  }

  private List<String> installed() throws Exception {
    return stored.column(
        "select concat_ws(' ', ecosystem, name, version, distro, source_name)"
            + " from software_components c join assets a on a.tenant = c.tenant and a.id = c.asset_id"
            + " where removed_at is null and hostname = ? order by name",
        HOST);
  }

  private static void write(Path root, String name, String text) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
