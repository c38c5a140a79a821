package io.eventsec.app.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.config.SyslogSender;
import io.eventsec.app.config.SyslogSettings;
import io.eventsec.core.event.Sha256;
import io.eventsec.core.event.Tenant;
import io.eventsec.embedded.test.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SyslogTlsTest {
  private final Path directory;
  private final TestCertificates ours;
  private final TestCertificates theirs;

  SyslogTlsTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    ours = TestCertificates.of(directory, "ours");
    ours.make("server", "dns:localhost", "ip:127.0.0.1");
    ours.make("dc1", "dns:DC1.example.org");
    ours.make("dc2");
    ours.make("dc3");
    ours.make("nobody");
    theirs = TestCertificates.of(directory, "theirs");
    theirs.make("dc2");
  }

  @Test
  void certificate_saysWhoSends_whateverTheAddress() throws Exception {
    String digest =
        HexFormat.of().formatHex(Sha256.of(ours.store().getCertificate("dc3").getEncoded()));
    List<SyslogSender> senders =
        List.of(
            SyslogPortsTest.sender("other", "network", "127.0.0.0/8"),
            certified("by-dns", SyslogSender.Part.DNS, "dc1.example.org"),
            certified("by-name", SyslogSender.Part.CN, "dc2"),
            certified("by-digest", SyslogSender.Part.SHA256, digest));
    try (Ports ports = new Ports(Ports.encrypted(senders, tls(true)))) {
      for (String name : List.of("dc1", "dc2", "dc3")) {
        for (String version : List.of("TLSv1.2", "TLSv1.3")) {
          try (SSLSocket client = client(ports, ours, name)) {
            client.setEnabledProtocols(new String[] {version});
            SyslogPortsTest.send(client, "<34>" + name + "\n10 <34>" + name + " 2\n");
          }
        }
      }
      ports.kept.await(12);
      assertThat(ports.kept.batches())
          .allMatch(batch -> batch.origin().tenant().equals(new Tenant("acme")))
          .allMatch(batch -> batch.lines().stream().allMatch(line -> isOf(line, batch)));
      assertThat(ports.figures.of(Transport.TLS).messages.sum()).isEqualTo(12);
    }
  }

  private static boolean isOf(String line, Kept.Batch batch) {
    String expected =
        switch (line.substring(0, 7)) {
          case "<34>dc1" -> "by-dns";
          case "<34>dc2" -> "by-name";
          default -> "by-digest";
        };
    return batch.origin().source().equals(expected);
  }

  @Test
  void whoShowsNone_orOneOfAnotherAuthority_orOneThatIsNoSenders_isRefused() throws Exception {
    List<SyslogSender> senders =
        List.of(
            SyslogPortsTest.sender("other", "network", "127.0.0.0/8"),
            certified("by-name", SyslogSender.Part.CN, "dc2"));
    try (Ports ports = new Ports(Ports.encrypted(senders, tls(true)))) {
      Figures.OfTransport tls = ports.figures.of(Transport.TLS);
      assertRefused(client(ports, ours, null));
      assertRefused(client(ports, theirs, "dc2"));
      Kept.until(() -> tls.refused(Refusal.HANDSHAKE).sum() == 2);
      assertRefused(client(ports, ours, "nobody"));
      Kept.until(() -> tls.refused(Refusal.UNKNOWN).sum() == 1);
      try (SSLSocket old = client(ports, ours, "dc2")) {
        old.setEnabledProtocols(new String[] {"TLSv1.1"});
        assertRefused(old);
      }
      Kept.until(() -> tls.connections.get() == 0);
      assertThat(ports.kept.lines()).isEmpty();
    }
  }

  @Test
  void whereNoCertificateIsRequired_theAddressCounts_butACertificateHasTheLastWord()
      throws Exception {
    List<SyslogSender> senders =
        List.of(
            SyslogPortsTest.sender("acme", "network", "127.0.0.0/8"),
            certified("by-name", SyslogSender.Part.CN, "dc2"));
    try (Ports ports = new Ports(Ports.encrypted(senders, tls(false)))) {
      try (SSLSocket none = client(ports, ours, null);
          SSLSocket known = client(ports, ours, "dc2")) {
        SyslogPortsTest.send(none, "<34>none\n");
        ports.kept.await(1);
        SyslogPortsTest.send(known, "<34>known\n");
        ports.kept.await(2);
      }
      assertThat(ports.kept.batches())
          .extracting(batch -> batch.origin().source())
          .containsExactly("network", "by-name");
      assertRefused(client(ports, ours, "nobody"));
      Kept.until(() -> ports.figures.of(Transport.TLS).refused(Refusal.UNKNOWN).sum() == 1);
    }
  }

  @Test
  void keys_areReadAnew_andThoseThatCannotBeUsed_areNamed() throws Exception {
    Path certificate = directory.resolve("changing.pem");
    Path key = directory.resolve("changing-key.pem");
    Files.copy(ours.certificate("server"), certificate);
    Files.writeString(key, "no key");
    SyslogSettings.Tls changing =
        new SyslogSettings.Tls(
            Optional.of(certificate), Optional.of(key), Optional.of(ours.authority()), true);
    List<SyslogSender> senders = List.of(certified("by-name", SyslogSender.Part.CN, "dc2"));
    try (Ports ports = new Ports(Ports.encrypted(senders, changing))) {
      assertThat(ports.ports.problems().get(Transport.TLS)).contains(key.toString(), "PKCS#8");
      assertThat(ports.ports.port(Transport.TLS)).isEmpty();

      Files.copy(ours.key("server"), key, StandardCopyOption.REPLACE_EXISTING);
      ports.ports.open();
      assertThat(ports.ports.problems()).isEmpty();
      assertServes(ports, "CN=server");

      Files.copy(ours.certificate("dc1"), certificate, StandardCopyOption.REPLACE_EXISTING);
      ports.ports.open();
      assertThat(ports.ports.problems().get(Transport.TLS))
          .contains(key.toString(), "not that of the certificate");
      assertServes(ports, "CN=server");

      Files.copy(ours.key("dc1"), key, StandardCopyOption.REPLACE_EXISTING);
      ports.ports.open();
      assertThat(ports.ports.problems()).isEmpty();
      assertServes(ports, "CN=dc1");
    }
  }

  private void assertServes(Ports ports, String subject) throws Exception {
    try (SSLSocket client = client(ports, ours, "dc2")) {
      assertThat(client.getSession().getPeerPrincipal().getName()).isEqualTo(subject);
    }
  }

  private static void assertRefused(SSLSocket client) throws IOException {
    try (client) {
      SyslogPortsTest.send(client, "<34>no\n");
      assertThat(SyslogPortsTest.isClosed(client)).isTrue();
    } catch (SSLException e) {
      assertThat(e).as("refused").isNotNull();
    }
  }

  private static SyslogSender certified(String source, SyslogSender.Part part, String value) {
    return new SyslogSender(new Tenant("acme"), source, new SyslogSender.Certificate(part, value));
  }

  private SyslogSettings.Tls tls(boolean clientRequired) {
    return new SyslogSettings.Tls(
        Optional.of(ours.certificate("server")),
        Optional.of(ours.key("server")),
        Optional.of(ours.authority()),
        clientRequired);
  }

  private SSLSocket client(Ports ports, TestCertificates from, @Nullable String name)
      throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (name != null) {
      own.setKeyEntry(
          name,
          from.store().getKey(name, from.password()),
          from.password(),
          from.store().getCertificateChain(name));
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, from.password());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", ours.store().getCertificate("ca"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    Socket plain = new Socket(InetAddress.getByName("127.0.0.1"), ports.port(Transport.TLS));
    return (SSLSocket)
        context.getSocketFactory().createSocket(plain, "localhost", plain.getPort(), true);
  }
}
