package io.eventsec.app.it;

import io.eventsec.embedded.test.TestCertificates;
import io.eventsec.embedded.test.TestPorts;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The ports of syslog of the application under test, and its keys.
 *
 * @param tcp the port without encryption
 * @param tls the port with encryption
 * @param udp the port of datagrams
 * @param certificates the server's is called {@code server}
 */
record SyslogTargets(int tcp, int tls, int udp, TestCertificates certificates) {
  /** What comes from this machine is kept under this name. */
  static final String SOURCE = "it-syslog";

  /** What comes from whoever shows the certificate {@link #CLIENT}. */
  static final String TLS_SOURCE = "it-syslog-tls";

  static final String CLIENT = "collector";
  static final String SERVER = "server";

  static SyslogTargets in(Path directory) throws IOException {
    TestCertificates certificates = TestCertificates.of(directory, "syslog");
    certificates.make(SERVER, "dns:localhost", "ip:127.0.0.1");
    certificates.make(CLIENT);
    certificates.make("stranger");
    return new SyslogTargets(TestPorts.free(), TestPorts.free(), TestPorts.free(), certificates);
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("EVENTSEC_SYSLOG_TCP_PORT", Integer.toString(tcp));
    environment.put("EVENTSEC_SYSLOG_TLS_PORT", Integer.toString(tls));
    environment.put("EVENTSEC_SYSLOG_UDP_PORT", Integer.toString(udp));
    environment.put(
        "EVENTSEC_SYSLOG_SENDERS", SOURCE + " 127.0.0.1," + TLS_SOURCE + " cn:" + CLIENT);
    environment.put(
        "EVENTSEC_SYSLOG_TLS_CERTIFICATE_FILE", certificates.certificate(SERVER).toString());
    environment.put("EVENTSEC_SYSLOG_TLS_KEY_FILE", certificates.key(SERVER).toString());
    environment.put("EVENTSEC_SYSLOG_TLS_CA_FILE", certificates.authority().toString());
    environment.put("EVENTSEC_SYSLOG_MESSAGE_BYTES", "2048");
    return environment;
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getByName("127.0.0.1"), tcp);
  }

  /** Over TLS, showing the certificate of that name. */
  Socket connect(String name) throws IOException, GeneralSecurityException {
    KeyStore all = certificates.store();
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        name,
        all.getKey(name, certificates.password()),
        certificates.password(),
        all.getCertificateChain(name));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, certificates.password());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", all.getCertificate("ca"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context.getSocketFactory().createSocket(InetAddress.getByName("127.0.0.1"), tls);
  }

  void datagram(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    try (DatagramSocket socket = new DatagramSocket(0, loopback)) {
      socket.send(new DatagramPacket(bytes, bytes.length, loopback, udp));
    }
  }
}
