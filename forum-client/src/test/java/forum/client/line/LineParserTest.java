package forum.client.line;

import static org.assertj.core.api.Assertions.assertThat;

import forum.client.Docs;
import forum.client.catalogue.CatalogueReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineParserTest {

    private final LineParser parser = new LineParser(CatalogueReader.read(Docs.forum()));

    @Test
    void commandsAreFoundWithoutRegardToCase() {
        assertThat(words("crt a")).containsExactly("CRT", "a");
    }

    @Test
    void wordsStandAnyNumberOfSpacesApart() {
        assertThat(words("  EDT  a \t 2 new")).containsExactly("EDT", "a", "2", "new");
    }

    @Test
    void textsAreTheRestOfTheLineVerbatim() {
        assertThat(words("MSG a  \"two\"  \\spaces ")).containsExactly("MSG", "a", " \"two\"  \\spaces ");
    }

    @Test
    void textsHoldLineFeeds() {
        assertThat(words("MSG a one\n  two")).containsExactly("MSG", "a", "one\n  two");
    }

    @Test
    void titlesMeanThemselves() {
        assertThat(words("CRT \"it's")).containsExactly("CRT", "\"it's");
    }

    @Test
    void fileNamesWithSpacesStandInQuotes() {
        assertThat(words("DWN a \"b \\\"c\\\".txt\"")).containsExactly("DWN", "a", "b \"c\".txt");
        assertThat(words("DWN a 'b \\c.txt' 0 1")).containsExactly("DWN", "a", "b \\c.txt", "0", "1");
    }

    @Test
    void fileNamesWithSpacesHaveBackslashes() {
        assertThat(words("DWN a b\\ c\\\\d\\e.txt")).containsExactly("DWN", "a", "b c\\d\\e.txt");
    }

    @Test
    void quotesInsideAFileNameMeanThemselves() {
        assertThat(words("UPD a it's.txt")).containsExactly("UPD", "a", "it's.txt");
    }

    @Test
    void aQuoteThatIsNotClosedEndsWithTheLine() {
        assertThat(words("UPD a \"my file")).containsExactly("UPD", "a", "my file");
    }

    @Test
    void optionalArgumentsMayBeMissing() {
        assertThat(words("RDT a")).containsExactly("RDT", "a");
        assertThat(words("RDT a -50")).containsExactly("RDT", "a", "-50");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(parser.parse("EDT a"))
                .isInstanceOfSatisfying(
                        Typed.Incomplete.class,
                        incomplete -> assertThat(incomplete.missing().name()).isEqualTo("number"));
        assertThat(parser.parse("MSG a ")).isInstanceOf(Typed.Incomplete.class);
    }

    @Test
    void whatIsTooMuchIsToldApart() {
        assertThat(parser.parse("LST a")).isInstanceOf(Typed.TooMuch.class);
        assertThat(parser.parse("DWN a b c.txt 1 2 3")).isInstanceOf(Typed.TooMuch.class);
    }

    @Test
    void allElseIsUnknown() {
        assertThat(parser.parse("CREATE a")).isEqualTo(new Typed.Unknown("CREATE"));
        assertThat(parser.parse(" \t")).isEqualTo(new Typed.Nothing());
    }

    private List<String> words(String line) {
        assertThat(parser.parse(line)).isInstanceOf(Typed.Complete.class);
        return ((Typed.Complete) parser.parse(line)).invocation().request().words();
    }
}
