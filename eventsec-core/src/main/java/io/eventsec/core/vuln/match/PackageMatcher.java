package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.range.OsvRange;
import io.eventsec.core.vuln.range.VersionRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares one version of one package with what advisories say of it. The version is read once,
 * when the first advisory asks. Not thread-safe.
 */
final class PackageMatcher {
  private final PackageQuestion question;
  private final boolean withoutEpoch;
  private String epoch = "";
  private @Nullable Version version;
  private @Nullable String unreadable;

  PackageMatcher(PackageQuestion question) {
    this.question = question;
    this.withoutEpoch = question.version().indexOf(':') < 0;
  }

  /**
   * Why the version is affected, or nobody can tell; empty if it is not.
   *
   * @param said all that one advisory says of the package
   */
  Optional<MatchReason> reason(List<AffectedPackage> said) {
    Optional<MatchReason> undecided = Optional.empty();
    if (isMendedBySome(said)) {
      return undecided;
    }
    for (AffectedPackage affected : said) {
      if (ModuleStreams.exclude(affected, question)) {
        continue;
      }
      Optional<MatchReason> reason = reason(affected);
      if (reason.isPresent() && !(reason.get() instanceof MatchReason.Undecided)) {
        return reason;
      }
      if (reason.isPresent()) {
        undecided = reason;
      }
    }
    return undecided;
  }

  /** True if all that an update says of the package is said of older versions of its stream. */
  boolean isMended(List<AffectedPackage> said) {
    boolean compared = false;
    for (AffectedPackage affected : said) {
      if (ModuleStreams.exclude(affected, question)) {
        continue;
      }
      for (VersionRange range : affected.ranges()) {
        if (!read(range)) {
          return false;
        }
        compared |= !range.contains(version());
      }
    }
    return compared && reason(said).isEmpty();
  }

  /**
   * Distributions build an update more than once and name each build that mends: who has one of
   * them, or what is newer, is not affected.
   */
  private boolean isMendedBySome(List<AffectedPackage> said) {
    if (said.size() < 2) {
      return false;
    }
    boolean mended = false;
    for (AffectedPackage affected : said) {
      for (VersionRange range : affected.ranges()) {
        boolean builds =
            range.scheme() == VersionScheme.RPM && range instanceof OsvRange osv && osv.onlyEnds();
        if (!builds) {
          return false;
        }
        mended |=
            !ModuleStreams.exclude(affected, question) && read(range) && !range.contains(version());
      }
    }
    return mended;
  }

  private Optional<MatchReason> reason(AffectedPackage affected) {
    for (VersionRange range : ranges(affected)) {
      if (read(range) && range.contains(version())) {
        return Optional.of(new MatchReason.InRange(question.key(), version(), range));
      }
    }
    if (affected.versions().contains(question.version()) || isListedOtherwise(affected)) {
      return Optional.of(new MatchReason.Listed(question.key(), question.version()));
    }
    if (unreadable != null) {
      return undecided(unreadable);
    }
    return affected.unread().isEmpty() ? Optional.empty() : undecided(affected.unread().get(0));
  }

  /** Those of the package itself, where its versions are others than those of its source. */
  private List<VersionRange> ranges(AffectedPackage affected) {
    if (question.binary().isEmpty()) {
      return affected.ranges();
    }
    VersionRange own = affected.built().ranges().get(question.binary());
    return own == null ? affected.ranges() : List.of(own);
  }

  /**
   * True if a version of the list is the same, but written otherwise: {@code 1.0} and {@code
   * 1.0.0}. Where there are ranges they have compared it already.
   */
  private boolean isListedOtherwise(AffectedPackage affected) {
    if (affected.versions().isEmpty() || !affected.ranges().isEmpty()) {
      return false;
    }
    Optional<VersionScheme> scheme = VersionScheme.ofEcosystem(question.key().ecosystem());
    if (scheme.isEmpty() || !read(scheme.get())) {
      return false;
    }
    for (String listed : affected.versions()) {
      try {
        if (scheme.get().parse(listed).equals(version())) {
          return true;
        }
      } catch (UnreadableVersionException e) {
        // What cannot be read is no version that could be read.
        continue;
      }
    }
    return false;
  }

  private Optional<MatchReason> undecided(String what) {
    return Optional.of(new MatchReason.Undecided(question.key(), question.version(), what));
  }

  /**
   * Where an inventory leaves the epoch out, as the names of source RPMs do, nobody knows it, and
   * it is the range's: distributions do not count epochs up in a release.
   */
  private boolean read(VersionRange range) {
    if (withoutEpoch && range instanceof OsvRange osv && !osv.epoch().equals(epoch)) {
      epoch = osv.epoch();
      version = null;
    }
    return read(range.scheme());
  }

  private boolean read(VersionScheme scheme) {
    if (version == null && unreadable == null) {
      try {
        version =
            scheme.parse(epoch.isEmpty() ? question.version() : epoch + ':' + question.version());
      } catch (UnreadableVersionException e) {
        unreadable = e.getMessage();
      }
    }
    return version != null;
  }

  private Version version() {
    if (version == null) {
      throw new IllegalStateException("The version is asked for before it is read");
    }
    return version;
  }
}
