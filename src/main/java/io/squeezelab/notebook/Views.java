package io.squeezelab.notebook;

import java.util.List;
import java.util.stream.Collectors;

/** Tables and sentences below each other. */
public record Views(List<? extends View> views) implements View {
  public Views {
    views = List.copyOf(views);
  }

  @Override
  public String content() {
    return views.isEmpty() ? "<p>" + text() + "</p>" : joined();
  }

  private String joined() {
    return views.stream()
        .map(view -> "<div>" + view.content() + "</div>") // of HTML and of SVG, which it may hold
        .collect(Collectors.joining("\n"));
  }

  @Override
  public String type() {
    return "text/html";
  }

  @Override
  public String text() {
    return views.isEmpty()
        ? "None yet."
        : views.stream().map(View::text).collect(Collectors.joining("\n\n"));
  }

  @Override
  public String toString() {
    return text();
  }
}
