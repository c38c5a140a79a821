package io.eventsec.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import org.junit.jupiter.api.Test;

class LoggingTest {
  private static final String CATALOGUE = "io.eventsec.app.log..";

  private static final DescribedPredicate<JavaMethodCall> LOGS =
      new DescribedPredicate<>("System.Logger.log") {
        @Override
        public boolean test(JavaMethodCall call) {
          return call.getTargetOwner().isAssignableTo(System.Logger.class)
              && call.getName().equals("log");
        }
      };

  @Test
  void application_logsByItsCatalogueOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.eventsec.app..")
        .and()
        .resideOutsideOfPackage(CATALOGUE)
        .should()
        .callMethodWhere(LOGS)
        .because("a message without an id has no cause and no cure, and may be forged")
        .check(ProjectClasses.ALL);
  }

  @Test
  void application_hasNoOtherWayToLog() {
    noClasses()
        .that()
        .resideInAPackage("io.eventsec.app..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(ProjectClasses.ALL);
  }

  @Test
  void theRulesAbove_seeCalls() {
    long seen =
        ProjectClasses.ALL.stream()
            .filter(type -> type.getPackageName().equals("io.eventsec.app.log"))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(LOGS)
            .count();
    assertThat(seen).as("calls of the catalogue").isGreaterThan(2);
  }
}
