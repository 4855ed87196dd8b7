package forum.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import forum.api.command.CommandHandler;
import forum.api.storage.StorageProvider;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Hold the habits of this project that a compiler does not hold. */
class HabitsTest {

    private static final List<String> MODULES = ForumModules.NAMES;

    private static final JavaClasses ALL = ForumModules.allClasses();

    /** The server's own package is its face, which puts the others together and is seen by them. */
    @ParameterizedTest
    @FieldSource("MODULES")
    void packagesOfAModuleHaveNoCycles(String module) {
        String packages = module.equals("forum.server") ? "forum.server.(**)" : "(**)";
        slices().matching(packages).should().beFreeOfCycles().check(ForumModules.classes(module));
    }

    @Test
    void handlersKeepNoState() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("forum.commands..")
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .check(ALL);
    }

    @Test
    void onlyProvidersArePublicInImplementationModules() {
        classes()
                .that(resideInAPackage("forum.commands.."))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .implement(CommandHandler.class)
                .check(ALL);
        classes()
                .that(resideInAPackage("forum.storage.fs.."))
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .implement(StorageProvider.class)
                .check(ALL);
    }

    @Test
    void nobodyLogsThroughJavaUtilLogging() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(ALL);
    }

    @Test
    void onlyTheCommandLinesUseTheStandardStreams() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "forum.api..",
                        "forum.commands..",
                        "forum.storage..",
                        "forum.testkit..",
                        "forum.server",
                        "forum.server.archive..",
                        "forum.server.command..",
                        "forum.server.connection..",
                        "forum.server.control..",
                        "forum.server.log..",
                        "forum.server.login..",
                        "forum.server.news..",
                        "forum.server.plugin..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(ALL);
    }

    @Test
    void noAccessorOfTheApiBeginsWithGet() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("forum.api..")
                .should()
                .haveNameMatching("get[A-Z].*")
                .check(ALL);
    }
}
