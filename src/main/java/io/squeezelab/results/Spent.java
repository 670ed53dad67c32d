package io.squeezelab.results;

import io.squeezelab.trial.Generations;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Checkpoints that nothing goes on from any more, to be deleted. A result counts as stored when the
 * system has it, and is on the disk within a second; its trial's checkpoints go only after that, so
 * that a loss of power in between costs one of the two and never both.
 *
 * @param force brings all results to the disk that were stored so far
 */
public record Spent(Folder folder, Runnable force) {

  /**
   * Deletes those of some trials, whose results are stored.
   *
   * @throws io.squeezelab.spec.BadInput if a result cannot be brought to the disk
   */
  public void clear(Collection<String> ids) {
    List<Path> folders =
        ids.stream().map(id -> folder.log(id).getParent()).filter(Generations::any).toList();
    if (!folders.isEmpty()) {
      force.run();
      folders.forEach(Generations::clear);
    }
  }
}
