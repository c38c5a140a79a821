package io.eventsec.embedded.test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Certificates of an authority of the tests' own, made by the JDK's {@code keytool}. Keys are RSA,
 * which every implementation of TLS reads. Not thread-safe.
 */
public final class TestCertificates {
  private static final String PASSWORD = "changeit";
  private static final long MINUTES = 2;

  private final Path directory;
  private final String authority;

  private TestCertificates(Path directory, String authority) {
    this.directory = directory;
    this.authority = authority;
  }

  /**
   * Makes an authority.
   *
   * @param directory for the files; names of several authorities do not clash in it
   * @param authority its common name, a word
   * @throws IOException if a file cannot be written, or keytool fails
   */
  public static TestCertificates of(Path directory, String authority) throws IOException {
    TestCertificates made = new TestCertificates(directory, authority);
    made.keytool("-alias", "ca", "-dname", "CN=" + authority, "-ext", "bc:c");
    made.write("ca");
    return made;
  }

  /**
   * Makes a key and a certificate that the authority has signed.
   *
   * @param name its common name, a word; files are called so too
   * @param hosts names and addresses it is for, as {@code dns:localhost}
   * @throws IOException if a file cannot be written, or keytool fails
   */
  public void make(String name, String... hosts) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("-alias", name, "-dname", "CN=" + name, "-signer", "ca"));
    if (hosts.length > 0) {
      arguments.addAll(List.of("-ext", "san=" + String.join(",", hosts)));
    }
    keytool(arguments.toArray(String[]::new));
    write(name);
  }

  /** The authority's certificate, PEM. */
  public Path authority() {
    return certificate("ca");
  }

  /** The certificate of that name and those that vouch for it, PEM. */
  public Path certificate(String name) {
    return directory.resolve(authority + '-' + name + ".pem");
  }

  /** The key of that name, PEM, PKCS#8. */
  public Path key(String name) {
    return directory.resolve(authority + '-' + name + "-key.pem");
  }

  /**
   * All keys and certificates.
   *
   * @throws IOException if it cannot be read
   */
  public KeyStore store() throws IOException {
    try (InputStream in = Files.newInputStream(storeFile())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException("The key store of the tests cannot be read", e);
    }
  }

  /** What {@link #store} and its keys are locked with. */
  public char[] password() {
    return PASSWORD.toCharArray();
  }

  private Path storeFile() {
    return directory.resolve(authority + ".p12");
  }

  private void keytool(String... arguments) throws IOException {
    boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(System.getProperty("java.home"), "bin", windows ? "keytool.exe" : "keytool")
            .toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-validity", "30"));
    command.addAll(List.of("-storetype", "PKCS12", "-keystore", storeFile().toString()));
    command.addAll(List.of("-storepass", PASSWORD));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + output);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("keytool was interrupted", e);
    }
  }

  private void write(String name) throws IOException {
    try {
      KeyStore store = store();
      Key key = store.getKey(name, password());
      StringBuilder chain = new StringBuilder();
      for (Certificate certificate : store.getCertificateChain(name)) {
        chain.append(pem("CERTIFICATE", certificate.getEncoded()));
      }
      Files.writeString(certificate(name), chain);
      Files.writeString(key(name), pem("PRIVATE KEY", key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException("The key " + name + " cannot be read", e);
    }
  }

  private static String pem(String kind, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
  }
}
