package forum.server.login;

import java.security.SecureRandom;

/** Make codes and passwords that are read aloud and typed: groups of four letters with 20 bits of chance each. */
final class RandomCode {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomCode() {}

    static String of(int groups) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < groups * GROUP; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
