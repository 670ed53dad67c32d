package io.squeezelab.notebook;

import org.apache.commons.text.StringEscapeUtils;

/** A sentence or two, in lines as long as the reader's window is wide. */
public record Prose(String text) implements View {

  @Override
  public String content() {
    return "<p>" + StringEscapeUtils.escapeXml11(text) + "</p>";
  }

  @Override
  public String type() {
    return "text/html";
  }

  @Override
  public String toString() {
    return text;
  }
}
