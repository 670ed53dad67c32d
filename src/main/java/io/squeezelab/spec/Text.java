package io.squeezelab.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that files write as one text or flat list, such as {@code 3x32x32}: it has a static
 * {@code parse(String)}, which may throw {@link Problem}, and prints as what it parses. The value
 * says what is expected, for messages.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Text {
  String value();

  /** A regular expression that all of them match, for editors; empty where there is none. */
  String form() default "";
}
