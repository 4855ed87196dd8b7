package forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRefTest {

    @Test
    void numbersAndIdsAreRead() {
        assertThat(MessageRef.parse("1")).isEqualTo(new MessageRef.Number(1));
        assertThat(MessageRef.parse("0")).isEqualTo(new MessageRef.Number(0));
        assertThat(MessageRef.parse("007")).isEqualTo(new MessageRef.Number(7));
        assertThat(MessageRef.parse("2147483647")).isEqualTo(new MessageRef.Number(Integer.MAX_VALUE));
        assertThat(MessageRef.parse("#1")).isEqualTo(new MessageRef.Id(1));
        assertThat(MessageRef.parse("#999999999999999999")).isEqualTo(new MessageRef.Id(999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.0",
                "1 ",
                " 1",
                "x",
                "0x1",
                "#",
                "##1",
                "#-1",
                "# 1",
                "１",
                "٣",
                "1\n",
                "2147483648",
                "4294967297",
                "9999999999999999999",
                "99999999999999999999",
                "#9999999999999999999"
            })
    void whatCanBeNoMessageIsNowhere(String text) {
        assertThat(MessageRef.parse(text)).isEqualTo(new MessageRef.Nowhere());
    }
}
