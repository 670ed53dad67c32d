package io.squeezelab.train;

/**
 * One epoch of a trial's history.
 *
 * @param epoch from 1
 * @param rate learning rate of the epoch's last step
 * @param loss mean training loss over the epoch's batches, label smoothing included
 * @param top1 training accuracy over the epoch's batches, as a fraction; with mixup an answer
 *     counts for the share that its class has in the mixture
 * @param validationLoss mean cross entropy on the validation split; NaN where there is none
 * @param validationTop1 accuracy on the validation split; NaN where there is none
 * @param seconds training time, without evaluation
 */
public record Epoch(
    int epoch,
    double rate,
    double loss,
    double top1,
    double validationLoss,
    double validationTop1,
    double seconds) {}
