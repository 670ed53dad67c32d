package io.squeezelab.spec;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** A YAML or JSON text, token by token. */
final class Tokens {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .loaderOptions(anySize())
          .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
          .build();

  private Tokens() {}

  /** The size is looked at where a file is read: results of many arms are large. */
  private static LoaderOptions anySize() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  static YAMLParser of(String text) throws IOException {
    return FACTORY.createParser(text);
  }
}
