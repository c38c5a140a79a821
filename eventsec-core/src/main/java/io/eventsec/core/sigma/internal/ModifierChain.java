package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.TimePart;
import io.eventsec.core.sigma.ast.ValueTest.Position;
import io.eventsec.core.sigma.ast.ValueTest.RegexFlag;
import io.eventsec.core.sigma.internal.Modifier.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The modifiers of one item, known to make sense together. */
final class ModifierChain {
  private final List<Modifier> modifiers;
  private final Modifier comparison;
  private final Position position;
  private final List<Modifier> rewriting;
  private final boolean onText;

  private ModifierChain(List<Modifier> modifiers, Modifier comparison, Position position) {
    this.modifiers = List.copyOf(modifiers);
    this.comparison = comparison;
    this.position = position;
    this.rewriting =
        modifiers.stream()
            .filter(m -> m.role() == Role.ENCODING || m.role() == Role.SPELLING)
            .toList();
    this.onText =
        modifiers.stream().anyMatch(m -> m.role() != Role.LINK && m.role() != Role.EXPANSION);
  }

  /**
   * Checks a chain.
   *
   * @throws RuleFault saying why, if its members can't stand together or in this order
   */
  static ModifierChain of(List<Modifier> modifiers) throws RuleFault {
    for (Modifier modifier : modifiers) {
      checkOnce(modifiers, modifier);
    }
    // A part of a time is compared by itself, unless a relation says how.
    Modifier time = only(modifiers, Role.TIME, Modifier.CONTAINS);
    Modifier comparison = only(modifiers, Role.COMPARISON, time);
    Modifier place = only(modifiers, Role.POSITION, Modifier.RE);
    checkCompany(modifiers, comparison);
    checkOrder(modifiers);
    return new ModifierChain(modifiers, comparison, position(place));
  }

  /** The chain of an item that was read before. */
  static ModifierChain named(List<String> names) throws RuleFault {
    return of(names.stream().flatMap(name -> Modifier.of(name).stream()).toList());
  }

  private static void checkOnce(List<Modifier> modifiers, Modifier modifier) throws RuleFault {
    if (modifier.role() != Role.ENCODING
        && modifiers.indexOf(modifier) != modifiers.lastIndexOf(modifier)) {
      throw new RuleFault(
          "Modifier '" + modifier.sigmaName() + "' is there twice", "Remove one of the two");
    }
  }

  /** The one member of that role, or {@code none}, which is not of that role. */
  private static Modifier only(List<Modifier> modifiers, Role role, Modifier none)
      throws RuleFault {
    Modifier found = none;
    for (Modifier modifier : modifiers) {
      if (modifier.role() == role) {
        if (found != none) {
          throw new RuleFault(
              "Modifiers '"
                  + found.sigmaName()
                  + "' and '"
                  + modifier.sigmaName()
                  + "' exclude each other",
              "Keep one of them, or write two items");
        }
        found = modifier;
      }
    }
    return found;
  }

  private static void checkCompany(List<Modifier> modifiers, Modifier comparison) throws RuleFault {
    for (Modifier modifier : modifiers) {
      if (modifier != comparison && !company(comparison).contains(modifier.role())) {
        throw new RuleFault(
            comparison != Modifier.CONTAINS
                ? "Modifier '"
                    + modifier.sigmaName()
                    + "' means nothing together with '"
                    + comparison.sigmaName()
                    + "'"
                : "Modifier '" + modifier.sigmaName() + "' means nothing without 're'",
            "Remove '" + modifier.sigmaName() + "'");
      }
    }
  }

  private static Set<Role> company(Modifier comparison) {
    return switch (comparison) {
      case RE -> EnumSet.of(Role.LINK, Role.REGEX_FLAG, Role.EXPANSION);
      case EXISTS -> EnumSet.noneOf(Role.class);
      case FIELDREF -> EnumSet.of(Role.LINK, Role.POSITION, Role.CASE);
      case CIDR -> EnumSet.of(Role.LINK, Role.EXPANSION);
      case LT, LTE, GT, GTE -> EnumSet.of(Role.LINK, Role.EXPANSION, Role.TIME);
      case MINUTE, HOUR, DAY, WEEK, MONTH, YEAR -> EnumSet.of(Role.LINK);
      default ->
          EnumSet.of(
              Role.LINK, Role.POSITION, Role.CASE, Role.SPELLING, Role.ENCODING, Role.EXPANSION);
    };
  }

  private static void checkOrder(List<Modifier> modifiers) throws RuleFault {
    boolean placed = false;
    boolean regex = false;
    for (Modifier modifier : modifiers) {
      if (placed && modifier.role() == Role.ENCODING) {
        throw new RuleFault(
            "Modifier '"
                + modifier.sigmaName()
                + "' comes after contains, startswith or endswith, whose wildcards can't be encoded",
            "Write '" + modifier.sigmaName() + "' before them");
      }
      if (!regex && isBehindRegex(modifier, modifiers)) {
        throw new RuleFault(
            "Modifier '" + modifier.sigmaName() + "' comes before 're'",
            "Write 're|" + modifier.sigmaName() + "'");
      }
      placed |= modifier.role() == Role.POSITION;
      regex |= modifier == Modifier.RE;
    }
  }

  /** A pattern's placeholders are filled as it is written, so it has to be one before. */
  private static boolean isBehindRegex(Modifier modifier, List<Modifier> modifiers) {
    return modifier.role() == Role.REGEX_FLAG
        || (modifier == Modifier.EXPAND && modifiers.contains(Modifier.RE));
  }

  private static Position position(Modifier place) {
    return switch (place) {
      case CONTAINS -> Position.ANYWHERE;
      case STARTSWITH -> Position.START;
      case ENDSWITH -> Position.END;
      default -> Position.WHOLE;
    };
  }

  boolean has(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** What decides how values are compared; {@link Modifier#CONTAINS} stands for text. */
  Modifier comparison() {
    return comparison;
  }

  Position position() {
    return position;
  }

  /** The part of a time that is compared; empty if the value itself is. */
  Optional<TimePart> timePart() {
    return modifiers.stream()
        .filter(modifier -> modifier.role() == Role.TIME)
        .map(modifier -> TimePart.valueOf(modifier.name()))
        .findFirst();
  }

  /** True if it turns any value into text. */
  boolean onText() {
    return onText;
  }

  /** Those that change the text itself, in the order written. */
  List<Modifier> rewriting() {
    return rewriting;
  }

  Set<RegexFlag> regexFlags() {
    Set<RegexFlag> flags = EnumSet.noneOf(RegexFlag.class);
    if (has(Modifier.IGNORE_CASE)) {
      flags.add(RegexFlag.IGNORE_CASE);
    }
    if (has(Modifier.MULTILINE)) {
      flags.add(RegexFlag.MULTILINE);
    }
    if (has(Modifier.DOT_ALL)) {
      flags.add(RegexFlag.DOT_ALL);
    }
    return flags;
  }

  List<String> names() {
    return modifiers.stream().map(Modifier::sigmaName).toList();
  }
}
