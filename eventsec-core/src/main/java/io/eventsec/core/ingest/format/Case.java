package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of records only that have a certain value.
 *
 * @param fields native names; the first that the record has is looked at
 * @param values of which one has to fit
 * @param constants by ECS field; what they say replaces what was said before
 */
record Case(List<String> fields, List<Glob> values, Map<String, Object> constants) {
  /** Sets what holds if the record has one of the values. */
  void apply(NativeRecord said, EcsWriter out) {
    for (String field : fields) {
      if (said.has(field)) {
        if (fits(said.get(field))) {
          constants.forEach(out::put);
        }
        return;
      }
    }
  }

  private boolean fits(@Nullable Object value) {
    if (value instanceof List<?> several) {
      return several.stream().anyMatch(one -> fitsOne(String.valueOf(one)));
    }
    return fitsOne(String.valueOf(value));
  }

  private boolean fitsOne(String value) {
    return values.stream().anyMatch(glob -> glob.fits(value));
  }
}
