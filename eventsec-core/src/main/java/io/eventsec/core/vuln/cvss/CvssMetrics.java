package io.eventsec.core.vuln.cvss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of a version, with the letters of their values. */
final class CvssMetrics {
  private static final CvssMetrics V2 =
      new CvssMetrics(6)
          .with("AV", "L A N")
          .with("AC", "H M L")
          .with("Au", "M S N")
          .with("C I A", "N P C")
          .with("E", "U POC F H ND")
          .with("RL", "OF TF W U ND")
          .with("RC", "UC UR C ND")
          .with("CDP", "N L LM MH H ND")
          .with("TD", "N L M H ND")
          .with("CR IR AR", "L M H ND");

  private static final CvssMetrics V3 =
      new CvssMetrics(8)
          .with("AV", "N A L P")
          .with("AC", "L H")
          .with("PR", "N L H")
          .with("UI", "N R")
          .with("S", "U C")
          .with("C I A", "N L H")
          .with("E", "X U P F H")
          .with("RL", "X O T W U")
          .with("RC", "X U R C")
          .with("CR IR AR", "X L M H")
          .with("MAV", "X N A L P")
          .with("MAC", "X L H")
          .with("MPR", "X N L H")
          .with("MUI", "X N R")
          .with("MS", "X U C")
          .with("MC MI MA", "X N L H");

  private static final CvssMetrics V4 =
      new CvssMetrics(11)
          .with("AV", "N A L P")
          .with("AC", "L H")
          .with("AT", "N P")
          .with("PR", "N L H")
          .with("UI", "N P A")
          .with("VC VI VA SC SI SA", "H L N")
          .with("E", "X A P U")
          .with("CR IR AR", "X H M L")
          .with("MAV", "X N A L P")
          .with("MAC", "X L H")
          .with("MAT", "X N P")
          .with("MPR", "X N L H")
          .with("MUI", "X N P A")
          .with("MVC MVI MVA MSC", "X H L N")
          .with("MSI MSA", "X S H L N")
          .with("S", "X N P")
          .with("AU", "X N Y")
          .with("R", "X A U I")
          .with("V", "X D C")
          .with("RE", "X L M H")
          .with("U", "X Clear Green Amber Red");

  private final int baseCount;
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private CvssMetrics(int baseCount) {
    this.baseCount = baseCount;
  }

  private CvssMetrics with(String names, String letters) {
    for (String name : names.split(" ")) {
      values.put(name, List.of(letters.split(" ")));
    }
    return this;
  }

  static CvssMetrics of(CvssVersion version) {
    return switch (version) {
      case V2 -> V2;
      case V3_0, V3_1 -> V3;
      case V4_0 -> V4;
    };
  }

  boolean has(String name, String value) {
    return values.getOrDefault(name, List.of()).contains(value);
  }

  /** Those that every vector has. */
  List<String> base() {
    return values.keySet().stream().limit(baseCount).toList();
  }
}
