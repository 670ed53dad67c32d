/** What a sweep runs next: the search and the arms beside it, retries, budgets. */
package io.squeezelab.agenda;
