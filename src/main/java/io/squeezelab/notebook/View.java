package io.squeezelab.notebook;

import java.util.Map;

/**
 * Something that a cell can show: text of a type that browsers know. It knows nothing of kernels; a
 * cell hands it to its kernel with {@code display(view.content(), view.type())}, or as every
 * notebook of ours begins, with a function {@code show} of three lines.
 */
public interface View {

  /** What is shown, as its type has it. */
  String content();

  /** Media type of the content: {@code text/html}, {@code image/svg+xml}. */
  String type();

  /** The same in plain text, for terminals and for those who cannot see the other. */
  String text();

  /**
   * The same in other media types, for readers that do not show the first; binary ones in Base64.
   */
  default Map<String, String> others() {
    return Map.of("text/plain", text());
  }
}
