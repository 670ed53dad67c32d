package io.squeezelab.cli;

import io.squeezelab.analysis.Study;
import io.squeezelab.export.Column;
import io.squeezelab.export.Database;
import io.squeezelab.export.Queried;
import io.squeezelab.export.Sheet;
import io.squeezelab.results.Folder;
import io.squeezelab.results.TrialLog;
import io.squeezelab.spec.BadInput;
import io.squeezelab.spec.Names;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab query}: SQL over the results of one sweep or several. */
@Command(
    name = "query",
    description =
        "Answers SQL over the tables trials and epochs of one results folder or several; without"
            + " SQL, lists their columns.")
final class QueryCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR… SQL",
      arity = "1..*",
      description =
          "results folders, then a query: \"SELECT arm, avg(top1) FROM trials GROUP BY 1\"")
  private List<String> words;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "table, csv, markdown or json; table unless given")
  private String format = "table";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    AnswerFormat as = AnswerFormat.of(format);
    String last = words.get(words.size() - 1);
    boolean asks = last.matches("(?s)\\s*\\w+\\s.*"); // a query has more than one word
    List<String> folders = words.subList(0, words.size() - (asks ? 1 : 0));
    if (folders.isEmpty()) {
      throw new BadInput("DIR is needed before the query: a results folder");
    }
    Queried tables = new Queried(folders.stream().map(this::study).toList());
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = new Database()) {
      database.add(tables.trials());
      database.add(tables.epochs());
      database.seal();
      if (asks) {
        out.print(as.text(database.ask(last)));
      } else {
        List.of(tables.trials(), tables.epochs()).forEach(table -> columns(table, out));
      }
    } catch (SQLException e) {
      throw new BadInput("the query: " + e.getMessage().strip(), e);
    }
    return Main.DONE;
  }

  private Study study(String folder) {
    TrialLog.Contents contents = TrialLog.read(Path.of(folder));
    PrintWriter err = spec.commandLine().getErr();
    contents.warnings().forEach(warning -> err.println("squeezelab: " + warning));
    return Study.of(new Folder(Path.of(folder)).kept(), contents.results());
  }

  private static void columns(Sheet<?> sheet, PrintWriter out) {
    Table table = new Table(sheet.name() + ", " + Table.plural(sheet.rows().size(), "row"), "");
    for (Column<?> column : sheet.columns()) {
      table.row("  " + column.name(), Names.kebab(column.kind().name()));
    }
    out.println(table);
  }
}
