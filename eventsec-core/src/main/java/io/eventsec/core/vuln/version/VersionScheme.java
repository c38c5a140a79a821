package io.eventsec.core.vuln.version;

import java.util.Map;
import java.util.Optional;

/** How an ecosystem writes and compares versions. */
public enum VersionScheme {
  /** Debian and Ubuntu: deb-version(7). */
  DEB("Debian", DebVersion::parse),
  /** Red Hat, SUSE and others: rpmvercmp of rpm 4.15 and later, with {@code ~} and {@code ^}. */
  RPM("RPM", RpmVersion::parse),
  /** Alpine and Wolfi: apk-tools. */
  APK("Alpine", ApkVersion::parse),
  /** Arch: vercmp(8) of pacman. */
  ALPM("Arch", AlpmVersion::parse),
  /** Gentoo: the package manager specification, section 3.3. */
  EBUILD("Gentoo", EbuildVersion::parse),
  /** Maven: the version order specification of its POM reference. */
  MAVEN("Maven", MavenVersion::parse),
  /** Semantic Versioning 2.0.0, with as many numbers as there are and a leading {@code v}. */
  SEMVER("semantic", SemanticVersion::semver),
  /** npm. */
  NPM("npm", SemanticVersion::semver),
  /** Go modules. */
  GOLANG("Go", SemanticVersion::semver),
  /** Bitnami's containers: revisions, the number behind a dash, are of the packaging alone. */
  BITNAMI("Bitnami", SemanticVersion::bitnami),
  /** crates.io. */
  CARGO("Cargo", SemanticVersion::semver),
  /** Hex of Erlang and Elixir. */
  HEX("Hex", SemanticVersion::semver),
  /** Dart's pub: build numbers count. */
  PUB("pub", SemanticVersion::pub),
  /** NuGet: four numbers, pre-releases without regard to case. */
  NUGET("NuGet", SemanticVersion::nuget),
  /** PyPI: PEP 440. */
  PYPI("PyPI", PypiVersion::parse),
  /** RubyGems: Gem::Version. */
  GEM("RubyGems", GemVersion::parse),
  /** Packagist: version_compare of PHP over what Composer makes of a version. */
  COMPOSER("Composer", ComposerVersion::parse),
  /** CRAN and Bioconductor: package_version of R. */
  CRAN("CRAN", NumbersVersion::cran),
  /** Hackage: Data.Version of Haskell. */
  HACKAGE("Hackage", NumbersVersion::hackage),
  /** Conan 2. */
  CONAN("Conan", ConanVersion::parse),
  /** OpenSSL: letters until 1.1.1, semantic from 3.0.0. */
  OPENSSL("OpenSSL", OpensslVersion::parse),
  /** Java: 1.8.0_131 and 8.0.131 (JEP 223) alike. */
  JVM("Java", JavaVersion::parse),
  /** Moments: RFC 3339. */
  DATETIME("date and time", MomentVersion::parse),
  /** Texts by their code points. */
  LEXICOGRAPHIC("text", TextVersion::parse),
  /** Anything else: numbers as numbers, words for unfinished releases before the release. */
  GENERIC("generic", GenericVersion::parse);

  private static final int LONGEST = 1024;

  private static final Map<String, VersionScheme> ECOSYSTEMS =
      Map.ofEntries(
          Map.entry("AlmaLinux", RPM),
          Map.entry("Alpaquita", APK),
          Map.entry("Alpine", APK),
          Map.entry("Azure Linux", RPM),
          Map.entry("BellSoft Hardened Containers", APK),
          Map.entry("Bioconductor", CRAN),
          Map.entry("Bitnami", BITNAMI),
          Map.entry("CRAN", CRAN),
          Map.entry("Chainguard", APK),
          Map.entry("ConanCenter", CONAN),
          Map.entry("Debian", DEB),
          Map.entry("Echo", DEB),
          Map.entry("GHC", HACKAGE),
          Map.entry("GitHub Actions", SEMVER),
          Map.entry("Go", GOLANG),
          Map.entry("Hackage", HACKAGE),
          Map.entry("Hex", HEX),
          Map.entry("Mageia", RPM),
          Map.entry("Maven", MAVEN),
          Map.entry("MinimOS", APK),
          Map.entry("NuGet", NUGET),
          Map.entry("Packagist", COMPOSER),
          Map.entry("Photon OS", RPM),
          Map.entry("Pub", PUB),
          Map.entry("PyPI", PYPI),
          Map.entry("Red Hat", RPM),
          Map.entry("Rocky Linux", RPM),
          Map.entry("RubyGems", GEM),
          Map.entry("SUSE", RPM),
          Map.entry("SwiftURL", SEMVER),
          Map.entry("Ubuntu", DEB),
          Map.entry("Wolfi", APK),
          Map.entry("crates.io", CARGO),
          Map.entry("npm", NPM),
          Map.entry("openEuler", RPM),
          Map.entry("openSUSE", RPM));

  private static final Map<String, VersionScheme> VERS =
      Map.ofEntries(
          Map.entry("alpine", APK),
          Map.entry("alpm", ALPM),
          Map.entry("apk", APK),
          Map.entry("bitnami", BITNAMI),
          Map.entry("cargo", CARGO),
          Map.entry("composer", COMPOSER),
          Map.entry("conan", CONAN),
          Map.entry("cran", CRAN),
          Map.entry("datetime", DATETIME),
          Map.entry("deb", DEB),
          Map.entry("ebuild", EBUILD),
          Map.entry("gem", GEM),
          Map.entry("generic", GENERIC),
          Map.entry("github", SEMVER),
          Map.entry("githubactions", SEMVER),
          Map.entry("golang", GOLANG),
          Map.entry("hackage", HACKAGE),
          Map.entry("hex", HEX),
          Map.entry("intdot", HACKAGE),
          Map.entry("lexicographic", LEXICOGRAPHIC),
          Map.entry("maven", MAVEN),
          Map.entry("mattermost", SEMVER),
          Map.entry("nginx", SEMVER),
          Map.entry("npm", NPM),
          Map.entry("nuget", NUGET),
          Map.entry("openssl", OPENSSL),
          Map.entry("pub", PUB),
          Map.entry("pypi", PYPI),
          Map.entry("rpm", RPM),
          Map.entry("semver", SEMVER),
          Map.entry("swift", SEMVER));

  private final String label;
  private final Reader reader;

  VersionScheme(String label, Reader reader) {
    this.label = label;
    this.reader = reader;
  }

  /** Reads a text that is not blank and not too long. */
  @FunctionalInterface
  interface Reader {
    /**
     * The version.
     *
     * @throws UnreadableVersionException if it is none
     */
    Version read(VersionScheme scheme, String text) throws UnreadableVersionException;
  }

  /** Its name for people. */
  public String label() {
    return label;
  }

  /**
   * Reads a version; blanks around it are left out.
   *
   * @param text at most 1,024 characters
   * @throws UnreadableVersionException if the text is none of this scheme, naming text and rule
   */
  public Version parse(String text) throws UnreadableVersionException {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw new UnreadableVersionException(this, text, "it is empty");
    }
    if (stripped.length() > LONGEST) {
      throw new UnreadableVersionException(
          this, text, "it has more than " + LONGEST + " characters");
    }
    return reader.read(this, stripped);
  }

  /**
   * The scheme of an ecosystem of OSV.
   *
   * @param ecosystem as the OSV schema names it, with or without a release: {@code Debian:12}
   */
  public static Optional<VersionScheme> ofEcosystem(String ecosystem) {
    int colon = ecosystem.indexOf(':');
    return Optional.ofNullable(
        ECOSYSTEMS.get(colon < 0 ? ecosystem : ecosystem.substring(0, colon)));
  }

  /**
   * The scheme of a versioning scheme of VERS, which is that of a package URL's type too.
   *
   * @param name in lower case
   */
  public static Optional<VersionScheme> ofVers(String name) {
    return Optional.ofNullable(VERS.get(name));
  }
}
