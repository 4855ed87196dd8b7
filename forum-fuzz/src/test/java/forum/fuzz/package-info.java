/**
 * Fuzzing guided by coverage. A target stands in the package of what it tests, so that it may reach it; the forum is on
 * the class path here, not in its modules.
 */
@NullMarked
package forum.fuzz;

import org.jspecify.annotations.NullMarked;
