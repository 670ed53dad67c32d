package io.squeezelab.cli;

import io.squeezelab.spec.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is answered to a command line that no command understands. */
final class WrongWords {
  private WrongWords() {}

  static int answer(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String what =
        e instanceof UnmatchedArgumentException unmatched
            ? unknown(command, unmatched.getUnmatched().get(0))
            : misspelt(command, arguments).orElse(e.getMessage());
    command.getErr().println("squeezelab: " + what);
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return Main.WRONG;
  }

  /** An option that is missing may be there under a name with a letter wrong. */
  private static Optional<String> misspelt(CommandLine command, String[] arguments) {
    return Arrays.stream(arguments)
        .filter(word -> word.startsWith("--"))
        .map(word -> word.split("=", 2)[0])
        .filter(word -> !command.getCommandSpec().optionsMap().containsKey(word))
        .findFirst()
        .map(word -> unknown(command, word));
  }

  private static String unknown(CommandLine command, String word) {
    if (word.startsWith("-")) {
      return Names.unknown("option", word, command.getCommandSpec().optionsMap().keySet());
    }
    List<String> commands =
        command.getSubcommands().entrySet().stream()
            .filter(one -> !one.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();
    return commands.isEmpty()
        ? "one argument too many: '" + word + "'"
        : Names.unknown("command", word, commands);
  }
}
