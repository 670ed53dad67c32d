package io.squeezelab.cli;

import io.squeezelab.spec.Check;
import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What results can be exported to. */
enum ExportFormat {
  CSV,
  PARQUET,
  TENSORBOARD,
  MLFLOW;

  /**
   * @throws io.squeezelab.spec.Problem with the names that there are
   */
  static ExportFormat of(String name) {
    Map<String, ExportFormat> all = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(one -> all.put(Names.kebab(one.name()), one));
    ExportFormat named = all.get(name.toLowerCase(Locale.ROOT));
    Check.that(named != null, "--to", Names.unknown("format", name, all.keySet()));
    return named;
  }
}
