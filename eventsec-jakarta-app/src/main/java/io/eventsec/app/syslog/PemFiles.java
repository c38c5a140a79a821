package io.eventsec.app.syslog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and keys in PEM (RFC 7468), and says which file is at fault and why. */
final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final long LARGEST = 1 << 20;

  private PemFiles() {}

  /** Thrown when files of keys are not what they should be; the message names the file. */
  static final class UnusableKeysException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKeysException(Path file, String rule) {
      super(file + " " + rule, null, false, false);
    }
  }

  /** The certificates in a file, at least one. */
  static List<X509Certificate> certificates(Path file) throws UnusableKeysException {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes(file)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (GeneralSecurityException e) {
      throw new UnusableKeysException(file, "holds no certificates in PEM: " + e.getMessage());
    }
    throw new UnusableKeysException(file, "holds no certificate in PEM");
  }

  /** The private key in a file, which must be that of the certificate. */
  static PrivateKey key(Path file, X509Certificate certificate) throws UnusableKeysException {
    Matcher pem = KEY.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new UnusableKeysException(
          file, "holds no private key in PKCS#8 without a password (BEGIN PRIVATE KEY)");
    }
    PublicKey other = certificate.getPublicKey();
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      PrivateKey key =
          KeyFactory.getInstance(other.getAlgorithm())
              .generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (areOnePair(key, other)) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new UnusableKeysException(
          file, "holds no " + other.getAlgorithm() + " key as its certificate has it");
    }
    throw new UnusableKeysException(file, "holds a key that is not that of the certificate");
  }

  private static boolean areOnePair(PrivateKey key, PublicKey other)
      throws GeneralSecurityException {
    String algorithm =
        switch (other.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> other.getAlgorithm();
        };
    byte[] said = {1, 2, 3};
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(said);
    byte[] signature = signing.sign();
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(other);
    verifying.update(said);
    return verifying.verify(signature);
  }

  private static byte[] bytes(Path file) throws UnusableKeysException {
    try {
      if (Files.size(file) <= LARGEST) {
        return Files.readAllBytes(file);
      }
    } catch (IOException e) {
      throw new UnusableKeysException(file, "cannot be read: " + e);
    }
    throw new UnusableKeysException(file, "has more than " + LARGEST + " bytes");
  }
}
