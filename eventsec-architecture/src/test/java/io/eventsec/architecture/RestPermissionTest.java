package io.eventsec.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestPermissionTest {
  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final Set<String> DECLARATIONS =
      Set.of("RequiresPermission", "PublicEndpoint", "SensorEndpoint", "SignedInEndpoint");

  private static final DescribedPredicate<JavaMethod> REST_METHOD =
      new DescribedPredicate<>("REST methods") {
        @Override
        public boolean test(JavaMethod method) {
          return method.getAnnotations().stream().anyMatch(RestPermissionTest::isVerb);
        }
      };

  @Test
  void everyRestMethod_declaresWhoMayCallIt() {
    methods()
        .that(REST_METHOD)
        .should(
            new ArchCondition<>("declare exactly one of " + DECLARATIONS) {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                long declared =
                    method.getAnnotations().stream()
                        .filter(RestPermissionTest::isDeclaration)
                        .count();
                if (declared != 1) {
                  events.add(
                      SimpleConditionEvent.violated(
                          method, method.getFullName() + " declares " + declared));
                }
              }
            })
        .check(ProjectClasses.ALL);
  }

  @Test
  void theRuleAbove_seesRestMethods() {
    long seen =
        ProjectClasses.ALL.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(REST_METHOD)
            .count();
    assertThat(seen).as("REST methods found").isGreaterThan(10);
  }

  private static boolean isVerb(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
        && VERBS.contains(annotation.getRawType().getSimpleName());
  }

  private static boolean isDeclaration(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getPackageName().startsWith("io.eventsec.app.")
        && DECLARATIONS.contains(annotation.getRawType().getSimpleName());
  }
}
