package io.squeezelab.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a variant in files, where it is not the class name in kebab case ({@code AvgMax} is
 * {@code avg-max} by itself). On a family: the variant meant by an object without {@code type}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {
  String value();
}
