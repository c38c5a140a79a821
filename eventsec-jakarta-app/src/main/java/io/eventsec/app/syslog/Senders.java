package io.eventsec.app.syslog;

import io.eventsec.app.config.SyslogSender;
import io.eventsec.app.config.SyslogSender.Certificate;
import io.eventsec.app.config.SyslogSender.Network;
import io.eventsec.app.config.SyslogSender.Part;
import io.eventsec.core.event.Sha256;
import io.eventsec.core.event.Tenant;
import java.net.InetAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Tells who sends: by the narrowest network, or by the certificate. Immutable and thread-safe. */
final class Senders {
  private static final int DNS_NAME = 2;

  private final List<Block> networks;
  private final Map<Certificate, SyslogSource> certificates = new HashMap<>();

  private record Block(Network network, SyslogSource source) {}

  Senders(List<SyslogSender> senders) {
    List<Block> blocks = new ArrayList<>();
    for (SyslogSender sender : senders) {
      SyslogSource source = new SyslogSource(sender.tenant(), sender.source());
      if (sender.credential() instanceof Network network) {
        blocks.add(new Block(network, source));
      } else if (sender.credential() instanceof Certificate certificate) {
        certificates.put(certificate, source);
      }
    }
    blocks.sort(Comparator.comparingInt((Block one) -> one.network().block().prefix()).reversed());
    networks = List.copyOf(blocks);
  }

  /** Who sends from that address; empty if nobody may. */
  Optional<SyslogSource> at(InetAddress address) {
    byte[] bytes = address.getAddress();
    return networks.stream()
        .filter(one -> one.network().block().contains(bytes))
        .map(Block::source)
        .findFirst();
  }

  /** Who shows that certificate; empty if nobody may. */
  Optional<SyslogSource> showing(X509Certificate certificate) {
    for (Part part : Part.values()) {
      for (String value : values(part, certificate)) {
        SyslogSource found = certificates.get(new Certificate(part, value));
        if (found != null) {
          return Optional.of(found);
        }
      }
    }
    return Optional.empty();
  }

  /** All that have senders. */
  Set<Tenant> tenants() {
    return Stream.concat(networks.stream().map(Block::source), certificates.values().stream())
        .map(SyslogSource::tenant)
        .collect(Collectors.toSet());
  }

  private static List<String> values(Part part, X509Certificate certificate) {
    return switch (part) {
      case SHA256 -> digest(certificate);
      case DNS -> hosts(certificate);
      case CN -> commonNames(certificate);
    };
  }

  private static List<String> digest(X509Certificate certificate) {
    try {
      return List.of(HexFormat.of().formatHex(Sha256.of(certificate.getEncoded())));
    } catch (CertificateEncodingException e) {
      return List.of();
    }
  }

  private static List<String> hosts(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? List.of()
          : names.stream()
              .filter(name -> name.get(0).equals(DNS_NAME))
              .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
              .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static List<String> commonNames(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(name -> name.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
              .toList();
    } catch (InvalidNameException e) {
      return List.of();
    }
  }
}
