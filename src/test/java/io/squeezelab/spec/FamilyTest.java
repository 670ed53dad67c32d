package io.squeezelab.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Families know their members by name, those from elsewhere included. */
class FamilyTest {
  @TempDir private Path jar;

  /** A family of its own, since what is registered stays for the whole run. */
  sealed interface Note permits C, Note.Custom {
    non-sealed interface Custom extends Note {}
  }

  record C() implements Note {}

  record Sharp(@Default("4") int octave) implements Note.Custom {}

  /** Found by the services loader in {@link #aVariantOfAnotherJarIsFound}. */
  sealed interface Sound permits Sound.Custom {
    non-sealed interface Custom extends Sound {}
  }

  public record Bell(@Default("440") double pitch) implements Sound.Custom {
    public Bell() {
      this(440);
    }
  }

  sealed interface Word permits Word.Custom {
    non-sealed interface Custom extends Word {}
  }

  public record NoDefault(int length) implements Word.Custom {}

  sealed interface Tale permits Tale.Custom {
    non-sealed interface Custom extends Tale {}
  }

  public static final class Plain implements Tale.Custom {}

  @Test
  void aRegisteredVariantIsReadAndPrinted() {
    Family family = Family.of(Note.class);
    family.register(Sharp.class);
    Note note = Bind.inline(Note.class, "{type: sharp, octave: 5}");
    assertEquals(new Sharp(5), note);
    assertEquals("{\"type\":\"sharp\",\"octave\":5}", Trees.print(Print.tree(note)));
    assertEquals(List.of("c", "sharp"), family.names());
  }

  @Test
  void aNameIsGivenOnce() {
    record C() implements Note.Custom {}
    BadInput refused = assertThrows(BadInput.class, () -> Family.of(Note.class).register(C.class));
    assertTrue(refused.getMessage().endsWith("share the name c"), refused.getMessage());
  }

  @Test
  void onlyMembersAreRegistered() {
    assertThrows(
        IllegalArgumentException.class, () -> Family.of(Note.class).register(Shape.Circle.class));
  }

  private <T> T withService(
      Class<?> service, Class<?> provider, java.util.function.Supplier<T> work) throws IOException {
    Path file = jar.resolve("META-INF/services").resolve(service.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, provider.getName() + "\n");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void aVariantOfAnotherJarIsFound() throws IOException {
    Sound bell =
        withService(Sound.Custom.class, Bell.class, () -> Bind.inline(Sound.class, "bell"));
    assertEquals(new Bell(440), bell);
  }

  @Test
  void aServiceThatCannotBeMadeIsNamed() throws IOException {
    String message =
        withService(
            Word.Custom.class,
            NoDefault.class,
            () -> assertThrows(BadInput.class, () -> Family.of(Word.class)).getMessage());
    assertTrue(message.contains(NoDefault.class.getName()), message);
    assertTrue(message.contains("public constructor without parameters"), message);
  }

  @Test
  void aServiceThatIsNoRecordIsNamed() throws IOException {
    String message =
        withService(
            Tale.Custom.class,
            Plain.class,
            () -> assertThrows(BadInput.class, () -> Family.of(Tale.class)).getMessage());
    assertTrue(message.endsWith("Plain cannot be a tale: it is no record"), message);
  }

  @Test
  void namesAreKebab() {
    assertEquals("weight-decay", Names.kebab("weightDecay"));
    assertEquals("dark-blue", Names.kebab("DARK_BLUE"));
    assertEquals("l2", Names.kebab("L2"));
    assertEquals("conv1d", Names.kebab("Conv1d"));
  }

  @Test
  void theNearestNameIsOneThatMayHaveBeenMeant() {
    List<String> names = List.of("bottleneck", "conv1d", "identity");
    assertEquals("bottleneck", Names.nearest("botleneck", names).orElseThrow());
    assertEquals("bottleneck", Names.nearest("Bottle", names).orElseThrow());
    assertEquals("conv1d", Names.nearest("conv-1d", names).orElseThrow());
    assertTrue(Names.nearest("transformer", names).isEmpty());
  }
}
