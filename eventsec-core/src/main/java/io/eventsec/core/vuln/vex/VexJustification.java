package io.eventsec.core.vuln.vex;

import java.util.Locale;
import java.util.Optional;

/** Why a product is not affected (CISA, VEX Status Justifications, 2022). */
public enum VexJustification {
  /** The vulnerable component is not in the product. */
  COMPONENT_NOT_PRESENT("requires_dependency"),
  /** The component is, its vulnerable code is not. */
  VULNERABLE_CODE_NOT_PRESENT("code_not_present"),
  /** The code is there and never runs. */
  VULNERABLE_CODE_NOT_IN_EXECUTE_PATH("code_not_reachable"),
  /** It runs, but no attacker has a say in it. */
  VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY("requires_environment"),
  /** Something that cannot be turned off stands before it. */
  INLINE_MITIGATIONS_ALREADY_EXIST("protected_by_mitigating_control");

  private final String cycloneDx;

  VexJustification(String cycloneDx) {
    this.cycloneDx = cycloneDx;
  }

  /** As OpenVEX and CSAF write it: {@code component_not_present}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of CycloneDX that says the most like it. */
  public String cycloneDxLabel() {
    return cycloneDx;
  }

  /** The one that OpenVEX and CSAF write so; empty if none is. */
  public static Optional<VexJustification> ofLabel(String label) {
    for (VexJustification justification : values()) {
      if (justification.label().equals(label)) {
        return Optional.of(justification);
      }
    }
    return Optional.empty();
  }

  /** What one of CycloneDX's nine means here; empty if it is none of them. */
  public static Optional<VexJustification> ofCycloneDx(String label) {
    return switch (label) {
      case "code_not_present" -> Optional.of(VULNERABLE_CODE_NOT_PRESENT);
      case "code_not_reachable" -> Optional.of(VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
      case "requires_dependency" -> Optional.of(COMPONENT_NOT_PRESENT);
      case "requires_configuration", "requires_environment" ->
          Optional.of(VULNERABLE_CODE_CANNOT_BE_CONTROLLED_BY_ADVERSARY);
      case "protected_by_compiler",
          "protected_at_runtime",
          "protected_at_perimeter",
          "protected_by_mitigating_control" ->
          Optional.of(INLINE_MITIGATIONS_ALREADY_EXIST);
      default -> Optional.empty();
    };
  }
}
