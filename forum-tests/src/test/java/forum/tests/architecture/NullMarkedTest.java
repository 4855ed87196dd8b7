package forum.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No null crosses the boundary of a module: every package says so. */
class NullMarkedTest {

    private static final List<String> MODULES = ForumModules.NAMES;

    @ParameterizedTest
    @FieldSource("MODULES")
    void everyPackageIsNullMarked(String module) {
        assertThat(ForumModules.classes(module).stream()
                        .map(type -> type.getPackage())
                        .distinct()
                        .filter(p -> p.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(JavaPackage::getName))
                .containsExactlyInAnyOrderElementsOf(
                        ForumModules.descriptor(module).packages());
    }
}
