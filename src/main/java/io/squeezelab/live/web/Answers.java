package io.squeezelab.live.web;

import io.squeezelab.live.Snapshot;
import io.squeezelab.report.Pictures.Picture;
import io.squeezelab.results.Folder;
import io.squeezelab.spec.Trees;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What there is to ask for, and the answer to it; any other path is nothing. */
final class Answers {
  private final Supplier<Snapshot> sweep;
  private final Store store;
  private final LogText logs;

  Answers(Folder folder, Supplier<Snapshot> sweep, Store store) {
    this.sweep = sweep;
    this.store = store;
    this.logs = new LogText(folder);
  }

  Reply to(URI asked) {
    String path = asked.getRawPath(); // names that need no decoding are all there are
    if (path.equals("/")) {
      return Pages.page();
    }
    if (path.equals("/state.json")) {
      return Reply.json(Trees.print(State.of(sweep.get(), store.view())));
    }
    if (path.equals("/trials.json")) {
      Store.View view = store.view();
      Listing listing = new Listing(view.trials(), view.choices());
      return Reply.json(Trees.print(listing.page(query(asked))));
    }
    if (path.startsWith("/charts/")) {
      return chart(path.substring("/charts/".length()));
    }
    return path.startsWith("/log/")
        ? logs.of(path.substring("/log/".length()))
        : Reply.refusal(404, "nothing here");
  }

  private Reply chart(String file) {
    return store.view().pictures().all().stream()
        .filter(picture -> file.equals(picture.name() + ".svg"))
        .map(Picture::svg)
        .map(Reply::svg)
        .findFirst()
        .orElseGet(() -> Reply.refusal(404, "no such chart"));
  }

  private static Map<String, String> query(URI asked) {
    Map<String, String> values = new HashMap<>();
    String text = asked.getQuery() == null ? "" : asked.getQuery();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    return values;
  }
}
