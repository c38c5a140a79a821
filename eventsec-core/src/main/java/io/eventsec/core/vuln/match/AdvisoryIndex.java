package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Advisories by the packages and products that they name, so that a component meets those about it
 * and no other. Immutable and thread-safe; what was withdrawn is left out, and updates that mend no
 * vulnerability.
 *
 * <p>A distribution's word on its own package goes before all others': it mends old versions
 * without giving them a new number, which upstream's ranges cannot know. What has a package URL of
 * a distribution, or of any other ecosystem of which there are advisories, is therefore not
 * compared by its CPE names, which tools guess.
 *
 * <p>For a distribution of which there are no advisories another answers that is built from the
 * same sources ({@link EnterpriseLinux}).
 *
 * <p>What a distribution publishes beside a release ({@link PackageKey#beside}) is asked for
 * packages that the release itself does not know.
 *
 * <p>Equal versions of a package are compared once in each {@link #matchAll}.
 */
public final class AdvisoryIndex {
  private final Map<PackageKey, List<Said>> byPackage;
  private final Set<PackageKey> overruled;
  private final Set<String> ecosystems;
  private final CpeIndex byProduct;
  private final PackageQuestions questions;
  private final int ranges;

  /** What one advisory says of one package. */
  private record Said(Advisory advisory, List<AffectedPackage> affected) {}

  private AdvisoryIndex(
      Building building,
      Set<PackageKey> overruled,
      Set<String> ecosystems,
      PackageQuestions questions) {
    this.byPackage = building.byPackage;
    this.overruled = Set.copyOf(overruled);
    this.overruled.forEach(byPackage::remove);
    this.ecosystems = Set.copyOf(ecosystems);
    this.byProduct = CpeIndex.of(building.withProducts);
    this.questions = questions;
    this.ranges = building.ranges;
  }

  /** An index for inventories that name source packages, or whose advisories do. */
  public static AdvisoryIndex of(Collection<Advisory> advisories) {
    return of(advisories, SourceNames.NONE);
  }

  /**
   * An index of advisories.
   *
   * @param sources for inventories that do not say from which source a package was built, before
   *     what the advisories themselves say of it
   */
  public static AdvisoryIndex of(Collection<Advisory> advisories, SourceNames sources) {
    Building building = Building.of(advisories);
    SourcesByAdvisories said = building.sources;
    SourceNames both = binary -> sources.of(binary).or(() -> said.of(binary));
    return new AdvisoryIndex(
        building, building.overruled(), building.releases, new PackageQuestions(both));
  }

  /**
   * An index of some of its advisories, which finds of them what this one finds of them.
   *
   * @param some of those that it is made of
   */
  public AdvisoryIndex only(Collection<Advisory> some) {
    return new AdvisoryIndex(Building.of(some), overruled, ecosystems, questions);
  }

  private static final class Building {
    private final Map<PackageKey, List<Said>> byPackage = new HashMap<>();
    private final Set<String> releases = new HashSet<>();
    private final List<Advisory> withProducts = new ArrayList<>();
    private final SourcesByAdvisories sources = new SourcesByAdvisories();
    private int ranges;

    static Building of(Collection<Advisory> advisories) {
      Building building = new Building();
      advisories.stream()
          .filter(advisory -> !advisory.isWithdrawn() && !advisory.isPlainUpdate())
          .forEach(building::add);
      return building;
    }

    void add(Advisory advisory) {
      Map<PackageKey, List<AffectedPackage>> packages = new LinkedHashMap<>();
      for (AffectedPackage affected : advisory.packages()) {
        packages.computeIfAbsent(affected.key(), key -> new ArrayList<>(1)).add(affected);
        ranges += affected.ranges().size();
        sources.add(affected);
      }
      packages.forEach(
          (key, affected) -> {
            releases.add(release(key));
            byPackage
                .computeIfAbsent(key, any -> new ArrayList<>(1))
                .add(new Said(advisory, List.copyOf(affected)));
          });
      if (!advisory.configurations().isEmpty()) {
        withProducts.add(advisory);
      }
    }

    /** What is beside a release that knows the package itself. */
    Set<PackageKey> overruled() {
      return byPackage.keySet().stream()
          .filter(key -> key.besideWhat().filter(byPackage::containsKey).isPresent())
          .collect(Collectors.toSet());
    }
  }

  private static String release(PackageKey key) {
    return key.release().isEmpty() ? key.ecosystem() : key.ecosystem() + ':' + key.release();
  }

  /** The names by which components can meet one of these advisories. */
  public static Set<String> namesOf(Iterable<Advisory> advisories) {
    Set<String> names = new HashSet<>();
    advisories.forEach(advisory -> MatchNames.add(advisory, names));
    return names;
  }

  /**
   * The ecosystems of which there are advisories, those of distributions by release; what is of one
   * of them is not compared by its CPE names.
   */
  public Set<String> ecosystems() {
    return ecosystems;
  }

  /**
   * Packages of what is published beside a release, of which nothing is said here because the
   * release itself knows them. Where they are others, anything may be found that was not.
   */
  public Set<PackageKey> overruled() {
    return overruled;
  }

  /** How many ranges of packages it holds. */
  public int ranges() {
    return ranges;
  }

  /** How many packages it knows, each release of a distribution by itself. */
  public int packages() {
    return byPackage.size();
  }

  /**
   * What is found in the components of one asset. Configurations of NVD look at all of them: what
   * runs on what.
   */
  public List<VulnerabilityMatch> match(Collection<SoftwareComponent> asset) {
    return match(asset, asset);
  }

  /**
   * What is found in some components of one asset.
   *
   * @param some that are asked about
   * @param asset all of it that have CPE names, at least
   */
  public List<VulnerabilityMatch> match(
      Collection<SoftwareComponent> some, Collection<SoftwareComponent> asset) {
    List<VulnerabilityMatch> found = new ArrayList<>();
    Matching matching = new Matching(found::add);
    for (SoftwareComponent component : some) {
      matching.byPackage(component);
    }
    byProduct.match(some.stream().filter(this::isComparedByCpe).toList(), asset, found::add);
    return found;
  }

  /**
   * What is found in components by their package URLs, whatever asset they are on, as fast as it
   * goes. CPE names are not looked at: what they mean depends on the asset.
   */
  public void matchAll(Iterable<SoftwareComponent> components, Consumer<VulnerabilityMatch> sink) {
    Matching matching = new Matching(sink);
    for (SoftwareComponent component : components) {
      matching.byPackage(component);
    }
  }

  /**
   * The packages of which nothing can be said here, because there are no advisories of their
   * ecosystem, or of the release of their distribution; each with the package URL of one component
   * that is of it.
   */
  public Map<PackageKey, PackageUrl> uncovered(Collection<SoftwareComponent> components) {
    Map<PackageKey, PackageUrl> uncovered = new LinkedHashMap<>();
    for (SoftwareComponent component : components) {
      for (PackageQuestion question : questions.of(component)) {
        if (!ecosystems.contains(release(question.key()))) {
          component.purl().ifPresent(purl -> uncovered.putIfAbsent(question.key(), purl));
        }
      }
    }
    return uncovered;
  }

  private boolean isComparedByCpe(SoftwareComponent component) {
    return !component.cpes().isEmpty()
        && component.purl().filter(purl -> PackageUrl.isOfDistribution(purl.type())).isEmpty()
        && questions.of(component).stream()
            .noneMatch(question -> ecosystems.contains(release(question.key())));
  }

  /** One run over components. */
  private final class Matching {
    private static final int REMEMBERED = 50_000;
    private static final int FEW = 8;

    private final Map<PackageQuestion, List<Answer>> answers = new HashMap<>();
    private final Consumer<VulnerabilityMatch> sink;

    Matching(Consumer<VulnerabilityMatch> sink) {
      this.sink = sink;
    }

    void byPackage(SoftwareComponent component) {
      List<PackageQuestion> asked = questions.of(component);
      Set<Advisory> told = asked.size() > 1 ? new HashSet<>() : Set.of();
      for (PackageQuestion question : asked) {
        for (Answer answer : answers(answering(question))) {
          if (asked.size() == 1 || told.add(answer.advisory)) {
            sink.accept(
                new VulnerabilityMatch(component, answer.advisory, answer.reason, answer.mended));
          }
        }
      }
    }

    /** The question to whoever answers where there are no advisories of the distribution itself. */
    private PackageQuestion answering(PackageQuestion question) {
      PackageKey key = question.key();
      if (!EnterpriseLinux.isOne(key.ecosystem()) || ecosystems.contains(release(key))) {
        return question;
      }
      return EnterpriseLinux.others(key)
          .filter(other -> ecosystems.contains(release(other)))
          .findFirst()
          .map(question::of)
          .orElse(question);
    }

    private List<Answer> answers(PackageQuestion question) {
      List<Said> said = said(question.key());
      PackageKey anyRelease = question.key().withoutRelease();
      List<Said> saidOfAny =
          anyRelease.equals(question.key())
              ? List.of()
              : byPackage.getOrDefault(anyRelease, List.of());
      if (said.isEmpty() && saidOfAny.isEmpty()) {
        return List.of();
      }
      // Asking few costs no more than remembering what they said.
      if (said.size() + saidOfAny.size() <= FEW) {
        return ask(question, said, saidOfAny);
      }
      List<Answer> known = answers.get(question);
      if (known == null) {
        known = ask(question, said, saidOfAny);
        if (answers.size() < REMEMBERED) {
          answers.put(question, known);
        }
      }
      return known;
    }

    private List<Said> said(PackageKey key) {
      List<Said> said = byPackage.get(key);
      if (said == null) {
        said = key.beside().map(byPackage::get).orElse(null);
      }
      return said == null ? List.of() : said;
    }

    private List<Answer> ask(PackageQuestion question, List<Said> said, List<Said> saidOfAny) {
      List<Answer> found = new ArrayList<>();
      PackageMatcher matcher = new PackageMatcher(question);
      ask(matcher, said, found);
      ask(matcher, saidOfAny, found);
      return found.isEmpty()
          ? found
          : MinorReleases.of(question.key(), question.version())
              .map(minor -> without(mended(matcher, said, minor), found))
              .orElse(found);
    }

    /** What updates for that very minor release have mended. */
    private Set<String> mended(PackageMatcher matcher, List<Said> said, String minor) {
      Set<String> mended = new HashSet<>();
      for (Said one : said) {
        if (MinorReleases.names(one.affected, minor) && matcher.isMended(one.affected)) {
          mended.addAll(one.advisory.vulnerabilities());
        }
      }
      return mended;
    }

    private List<Answer> without(Set<String> mended, List<Answer> found) {
      if (mended.isEmpty()) {
        return found;
      }
      List<Answer> left = new ArrayList<>();
      for (Answer answer : found) {
        Set<String> rest = new HashSet<>(answer.advisory.vulnerabilities());
        Set<String> gone = new HashSet<>(rest);
        gone.retainAll(mended);
        rest.removeAll(mended);
        if (!rest.isEmpty()) {
          left.add(new Answer(answer.advisory, answer.reason, gone));
        }
      }
      return left;
    }

    private void ask(PackageMatcher matcher, List<Said> said, List<Answer> answers) {
      for (Said one : said) {
        matcher
            .reason(one.affected)
            .ifPresent(reason -> answers.add(new Answer(one.advisory, reason, Set.of())));
      }
    }
  }

  private record Answer(Advisory advisory, MatchReason reason, Set<String> mended) {}
}
