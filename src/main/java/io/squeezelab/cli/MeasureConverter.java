package io.squeezelab.cli;

import io.squeezelab.search.Measure;
import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A measure by the name that experiment files have for it. */
final class MeasureConverter implements ITypeConverter<Measure> {
  @Override
  public Measure convert(String text) {
    List<String> names = Arrays.stream(Measure.values()).map(Measure::toString).toList();
    if (!names.contains(text)) {
      throw new TypeConversionException(Names.unknown("measure", text, names));
    }
    return Measure.named(text);
  }
}
