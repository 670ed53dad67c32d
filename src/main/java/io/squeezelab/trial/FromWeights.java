package io.squeezelab.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.squeezelab.data.TensorFile;
import io.squeezelab.engine.Parameters;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Default;
import io.squeezelab.spec.Named;
import io.squeezelab.spec.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Tensors of a safetensors file by name; what it does not give starts from the seed.
 *
 * @param weights path of the file; {@code *} may stand for a part that leaves no choice
 * @param rename regular expressions and what to put in place of each match, applied one after
 *     another to the names in the file
 * @param skip words and name patterns of what is not to be loaded
 * @param missing what to do where the file lacks a tensor of the network
 * @param leftOver what to do where the network has no place for a tensor of the file
 * @param content SHA-256 of the file's tensors ({@link TensorFile#content}); found where it is not
 *     written, refused where it is another
 */
@Named("weights")
public record FromWeights(
    String weights,
    @Default("{}") Map<String, String> rename,
    @Default("[]") List<String> skip,
    @Default("refuse") Answer missing,
    @Default("allow") Answer leftOver,
    @Default("''") String content)
    implements Start {

  /** What to do where names on the two sides do not agree. */
  public enum Answer {
    REFUSE,
    ALLOW
  }

  public FromWeights {
    Check.that(!weights.isBlank(), "weights", "must be the path of a safetensors file");
    rename.forEach(FromWeights::checkRule);
    skip = List.copyOf(skip);
  }

  private static void checkRule(String regex, String replacement) {
    try {
      Pattern.compile(regex).matcher("").replaceAll(replacement);
    } catch (PatternSyntaxException e) {
      String what = "no regular expression: " + e.getDescription();
      throw new Problem(Problem.join("rename", regex), what);
    }
  }

  @Override
  public FromWeights located(Path folder) {
    Path path = folder.resolve(weights).toAbsolutePath().normalize();
    Path file = held(() -> OneFile.at(path));
    held(() -> TensorFile.open(file));
    return new FromWeights(file.toString(), rename, skip, missing, leftOver, content);
  }

  @Override
  public FromWeights pinned() {
    Path file = Path.of(weights);
    String found = held(() -> Contents.of(file));
    Check.that(
        content.isEmpty() || content.equals(found),
        "content",
        "the tensors in "
            + file
            + " are others now: their SHA-256 is "
            + found
            + ", not "
            + content);
    return new FromWeights(weights, rename, skip, missing, leftOver, found);
  }

  @Override
  public Optional<Loading> loading(Parameters network) {
    TensorFile file = held(() -> TensorFile.open(Path.of(weights)));
    return Optional.of(new Loader(this, file, network).loading());
  }

  private static <T> T held(java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (BadInput unreadable) {
      throw new Problem("weights", unreadable.getMessage());
    }
  }

  /** What of it makes two trials the same: the file's content and not its place; rules in order. */
  void identify(ObjectNode brief) {
    brief.remove("weights");
    if (content.isEmpty()) {
      brief.put("content", pinned().content());
    }
    if (brief.has("rename")) {
      ArrayNode rules = brief.putArray("rename");
      rename.forEach((regex, replacement) -> rules.add(regex).add(replacement));
    }
  }
}
