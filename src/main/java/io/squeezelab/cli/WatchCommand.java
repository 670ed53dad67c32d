package io.squeezelab.cli;

import io.squeezelab.live.Sighting;
import io.squeezelab.live.Snapshot;
import io.squeezelab.live.Watch;
import io.squeezelab.live.web.Site;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.Check;
import io.squeezelab.spec.Print;
import io.squeezelab.spec.Trees;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code squeezelab watch}: the table of a sweep that runs elsewhere, until it is over. */
@Command(
    name = "watch",
    description = "Shows the sweep that writes to a results folder, or what is there.")
final class WatchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "a results folder")
  private Path path;

  @Option(names = "--once", description = "show how it stands, and end")
  private boolean once;

  @Option(names = "--json", description = "print how it stands as JSON, and end")
  private boolean json;

  @Mixin private ServeOption serve;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Check.that(
        !(serve.asked() && (once || json)), "--serve", "cannot be had with --once or --json");
    Folder folder = new Folder(path);
    folder.kept(); // or it is none
    Sighting sighting = new Sighting(folder);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    if (json) {
      out.println(Trees.pretty(Print.tree(sighting.now())));
      return Main.DONE;
    }
    Optional<Site> site = serve.open(err);
    site.ifPresent(page -> page.show(folder, sighting::now));
    site.map(ServeOption::where).ifPresent(err::println);
    err.flush();
    Snapshot last = once ? sighting.now() : new Watch(sighting::now).untilOver(err);
    out.print(Watch.text(last));
    out.flush();
    if (site.isPresent()) {
      new CountDownLatch(1).await(); // the page stays until somebody stops it
    }
    return Main.DONE;
  }
}
