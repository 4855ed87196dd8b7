package forum.client;

/** Stands in for the client. */
final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.out.println("forum 0.1.0");
    }
}
