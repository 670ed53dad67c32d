package io.squeezelab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells people to write is held to the code. */
class ReadmeTest {
  private static final Pattern RECORD =
      Pattern.compile("(?s)## Add a squeeze.*?```java\\n(.*?)\\n   ```");

  /** Here it takes the open door, since it is not among those that are permitted. */
  @Test
  void theSqueezeInThreeStepsCompiles(@TempDir Path out) throws Exception {
    Matcher found = RECORD.matcher(Files.readString(Path.of("README.md")));
    assertTrue(found.find());
    String text = found.group(1).replace("implements Squeeze {", "implements Squeeze.Custom {");
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Energy.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignored) {
            return text;
          }
        };
    StringWriter said = new StringWriter();
    List<String> options =
        List.of("-d", out.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(said, null, null, options, null, List.of(source))
            .call();
    assertEquals("", said.toString());
    assertTrue(compiled);
  }
}
