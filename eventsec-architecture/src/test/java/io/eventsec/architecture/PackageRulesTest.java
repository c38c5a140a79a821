package io.eventsec.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

class PackageRulesTest {

  @Test
  void internalPackages_areUsedByTheirOwnModuleOnly() {
    classes()
        .that()
        .resideInAPackage("io.eventsec..")
        .should(
            new ArchCondition<>("leave other modules' internal packages alone") {
              @Override
              public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                    .filter(PackageRulesTest::reachesIntoAnotherModule)
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(user, dependency.getDescription())));
              }
            })
        .check(ProjectClasses.ALL);
  }

  @Test
  void publicSignatures_nameNoInternalType() {
    methods()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("..internal..")
        .should(
            new ArchCondition<>("name no internal type") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                boolean leaks =
                    isInternal(method.getRawReturnType())
                        || method.getRawParameterTypes().stream()
                            .anyMatch(PackageRulesTest::isInternal);
                if (leaks) {
                  events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                }
              }
            })
        .check(ProjectClasses.ALL);
  }

  @Test
  void entities_neverLeavePersistence() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.eventsec.persistence..")
        .should()
        .dependOnClassesThat(
            new DescribedPredicate<>("are JPA entities") {
              @Override
              public boolean test(JavaClass type) {
                return type.isAnnotatedWith("jakarta.persistence.Entity")
                    || type.isAnnotatedWith("jakarta.persistence.Embeddable");
              }
            })
        .check(ProjectClasses.ALL);
  }

  @Test
  void libraries_logThroughThePlatform() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.eventsec.core..",
            "io.eventsec.persistence..",
            "io.eventsec.search..",
            "io.eventsec.nvd..",
            "io.eventsec.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.util.logging..",
            "org.slf4j..",
            "org.apache.logging..",
            "org.apache.commons.logging..")
        .check(ProjectClasses.ALL);
  }

  @Test
  void publicFields_areConstants() {
    classes()
        .that()
        .resideInAPackage("io.eventsec..")
        .and()
        .arePublic()
        .should(
            new ArchCondition<>("have no public field that can change") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                    .forEach(
                        field ->
                            events.add(
                                SimpleConditionEvent.violated(field, field.getDescription())));
              }
            })
        .check(ProjectClasses.ALL);
  }

  private static boolean reachesIntoAnotherModule(Dependency dependency) {
    JavaClass target = dependency.getTargetClass();
    return isInternal(target) && !module(target).equals(module(dependency.getOriginClass()));
  }

  private static boolean isInternal(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith("io.eventsec.") && (name + ".").contains(".internal.");
  }

  private static String module(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 2 ? parts[2] : "";
  }
}
