package io.squeezelab.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The variants of one sealed interface by their names in files, and the presets written with them.
 *
 * <p>A variant of ours is a record in the interface's {@code permits} list, so forgetting to
 * register it does not compile. A variant of somebody else's implements the interface's non-sealed
 * {@code Custom} and is found by {@link ServiceLoader}, which asks for a public constructor without
 * parameters, or given to {@link #register}.
 *
 * <p>Presets come from the resource {@code <interface>.presets.yaml} beside the interface: a name,
 * the tree it stands {@code for}, and where it comes from.
 */
public final class Family {
  private static final Map<Class<?>, Family> KNOWN = new ConcurrentHashMap<>();

  /** Whether a type is a family: reflection answers slowly, and is asked with every value. */
  private static final Map<Class<?>, Boolean> FAMILIES = new ConcurrentHashMap<>();

  private final Class<?> type;
  private final Map<String, Class<?>> variants = new LinkedHashMap<>();
  private final Map<String, JsonNode> presets = new LinkedHashMap<>();

  private Family(Class<?> type) {
    this.type = type;
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (permitted.isRecord()) {
        add(permitted);
      } else {
        announced(permitted);
      }
    }
    Trees.resource(type, Names.kebab(type.getSimpleName()) + ".presets.yaml")
        .properties()
        .forEach(preset -> presets.put(preset.getKey(), preset.getValue()));
  }

  /** Variants of other jars, which name them in {@code META-INF/services}. */
  private void announced(Class<?> custom) {
    try {
      ServiceLoader.load(custom).stream().forEach(provider -> add(provider.type()));
    } catch (ServiceConfigurationError e) {
      throw new BadInput(
          "a jar announces a "
              + name()
              + " that cannot be used: "
              + e.getMessage()
              + "; it must be a public record with a public constructor without parameters",
          e);
    }
  }

  public static Family of(Class<?> sealedInterface) {
    return KNOWN.computeIfAbsent(sealedInterface, Family::new);
  }

  public static boolean is(Class<?> type) {
    return FAMILIES.computeIfAbsent(type, one -> one.isSealed() && one.isInterface());
  }

  /** The sealed interface that a variant belongs to, or null where it is a record by itself. */
  static Class<?> above(Class<?> variant) {
    for (Class<?> parent : variant.getInterfaces()) {
      if (is(parent)) {
        return parent;
      }
      Class<?> further = above(parent);
      if (further != null) {
        return further;
      }
    }
    return null;
  }

  /** Adds a record implementing the interface's {@code Custom}; for notebook cells and tests. */
  public synchronized void register(Class<? extends Record> variant) {
    if (!type.isAssignableFrom(variant)) {
      throw new IllegalArgumentException(variant + " is no " + type.getSimpleName());
    }
    add(variant);
  }

  private synchronized void add(Class<?> variant) {
    if (!variant.isRecord()) {
      throw new BadInput(variant + " cannot be a " + name() + ": it is no record");
    }
    Class<?> before = variants.putIfAbsent(name(variant), variant);
    if (before != null && before != variant) {
      throw new BadInput(before + " and " + variant + " share the name " + name(variant));
    }
  }

  Class<?> type() {
    return type;
  }

  /** What the family is called in messages: {@code squeeze}. */
  public String name() {
    return Names.kebab(type.getSimpleName());
  }

  public static String name(Class<?> variant) {
    Named named = variant.getAnnotation(Named.class);
    return named == null ? Names.kebab(variant.getSimpleName()) : named.value();
  }

  public synchronized Map<String, Class<?>> variants() {
    return new LinkedHashMap<>(variants);
  }

  public Map<String, JsonNode> presets() {
    return presets;
  }

  /** Every name that may stand for a member: variants, then presets. */
  public List<String> names() {
    List<String> names = new ArrayList<>(variants().keySet());
    names.addAll(presets.keySet());
    return names;
  }

  /** The variant of an object that has no {@code type}; null where one must be written. */
  String untyped() {
    Named named = type.getAnnotation(Named.class);
    return named == null ? null : named.value();
  }

  synchronized Class<?> variant(String name) {
    return variants.get(name);
  }

  @Override
  public String toString() {
    return name() + Arrays.toString(names().toArray());
  }
}
