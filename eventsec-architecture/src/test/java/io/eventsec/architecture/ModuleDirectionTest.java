package io.eventsec.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

class ModuleDirectionTest {
  private static final String APP = "io.eventsec.app..";
  private static final String CLI = "io.eventsec.cli..";
  private static final String PERSISTENCE = "io.eventsec.persistence..";
  private static final String SEARCH = "io.eventsec.search..";
  private static final String NVD = "io.eventsec.nvd..";
  private static final String EMBEDDED = "io.eventsec.embedded..";

  @Test
  void core_usesNoOtherModuleAndNoFramework() {
    classes()
        .that()
        .resideInAPackage("io.eventsec.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.eventsec.core..",
            "java.io..",
            "java.lang..",
            "java.math..",
            "java.net..",
            "java.nio..",
            "java.security..",
            "java.text..",
            "java.time..",
            "java.util",
            "java.util.concurrent..",
            "java.util.function..",
            "java.util.regex..",
            "java.util.stream..",
            "java.util.zip..",
            "org.jspecify.annotations..",
            "com.fasterxml.jackson.core..",
            "org.snakeyaml.engine..",
            "com.google.re2j..",
            "com.maxmind.db..",
            "javax.xml.stream..")
        .because(
            "the SDK runs in anybody's program: no framework, no logging library, no other module")
        .check(ProjectClasses.ALL);
  }

  @Test
  void enrichment_isSomethingThatReadersAreGiven() {
    noClasses()
        .that()
        .resideInAPackage("io.eventsec.core..")
        .and()
        .resideOutsideOfPackage("io.eventsec.core.enrich..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.eventsec.core.enrich..")
        .because("the pipelines know a decoder, not what it adds to events")
        .check(ProjectClasses.ALL);
    noClasses()
        .that()
        .resideInAPackage("io.eventsec.core.enrich..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.eventsec.core.pipeline..",
            "io.eventsec.core.detect..",
            "io.eventsec.core.spi..",
            "io.eventsec.core.alert..")
        .because("stages see events and nothing that is made of them")
        .check(ProjectClasses.ALL);
  }

  @Test
  void indicators_areKnownWithoutFeeds() {
    noClasses()
        .that()
        .resideInAnyPackage("io.eventsec.core.intel", "io.eventsec.core.intel.match..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.eventsec.core.intel.feed..",
            "io.eventsec.core.intel.stix..",
            "io.eventsec.core.intel.taxii..")
        .because("whoever has indicators from elsewhere needs no feeds")
        .check(ProjectClasses.ALL);
  }

  @Test
  void adapters_knowOnlyTheCore() {
    noClasses()
        .that()
        .resideInAnyPackage(PERSISTENCE, SEARCH, NVD, EMBEDDED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(APP, CLI)
        .check(ProjectClasses.ALL);
    noClasses()
        .that()
        .resideInAPackage(PERSISTENCE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SEARCH, NVD, EMBEDDED)
        .check(ProjectClasses.ALL);
    noClasses()
        .that()
        .resideInAPackage(SEARCH)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PERSISTENCE, NVD, EMBEDDED)
        .check(ProjectClasses.ALL);
    noClasses()
        .that()
        .resideInAPackage(NVD)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PERSISTENCE, SEARCH, EMBEDDED)
        .check(ProjectClasses.ALL);
  }

  @Test
  void application_isUsedByNobody() {
    noClasses()
        .that()
        .resideOutsideOfPackage(APP)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(APP)
        .check(ProjectClasses.ALL);
  }

  @Test
  void application_startsNoServersOfItsOwn() {
    noClasses()
        .that()
        .resideInAPackage(APP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(EMBEDDED, CLI)
        .because("where its servers come from is the launcher's business")
        .check(ProjectClasses.ALL);
  }

  @Test
  void packages_haveNoCycles() {
    for (String module : new String[] {"core", "persistence", "search", "embedded", "cli", "app"}) {
      slices()
          .matching("io.eventsec." + module + ".(*)..")
          .should()
          .beFreeOfCycles()
          .allowEmptyShould(true)
          .check(ProjectClasses.ALL);
    }
  }
}
