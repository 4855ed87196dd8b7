package forum.server.connection;

import forum.api.Name;
import forum.api.Refusal;
import forum.api.Secret;
import forum.api.storage.StorageException;
import forum.server.command.Faults;
import forum.server.login.Accounts;
import forum.server.login.Verdict;
import java.util.Optional;

/** Judge the passwords that commands carry, for no handler may, and do what the right ones are for. */
final class PasswordJudge {

    private PasswordJudge() {}

    /** {@code SHT}: the admin password ends the server. */
    static void shutDown(Secret password, Conversation conversation) {
        Hub.Shutdown shutdown = conversation.hub().shutdown();
        if (isRight(password.use(given -> shutdown.password().judge(given, conversation.source())), conversation)) {
            conversation.out().simple(Hub.FAREWELL);
            conversation.end();
            shutdown.begin().run();
        }
    }

    /** {@code PWD}: a user's password gives way to another; whoever came in with the old one elsewhere is logged out. */
    static void change(Name user, Secret present, Secret fresh, Conversation conversation) {
        Accounts accounts = conversation.hub().accounts();
        Optional<Refusal> flaw = fresh.use(accounts::flaw);
        if (flaw.isPresent()) {
            conversation.refuse(flaw.get());
            return;
        }
        try {
            Verdict verdict = present.use(
                    old -> fresh.use(changed -> accounts.change(user, old, changed, conversation.source())));
            if (isRight(verdict, conversation)) {
                conversation.hub().log().activity(user + " has changed the password");
                conversation.dismissOthers(user);
                conversation.out().simple("Password has been changed");
            }
        } catch (StorageException e) {
            conversation.hub().log().trouble("The password could not be changed", e);
            conversation.refuse(Faults.of(e));
        }
    }

    private static boolean isRight(Verdict verdict, Conversation conversation) {
        switch (verdict) {
            case Verdict.Right() -> {
                return true;
            }
            case Verdict.Wrong() -> {
                conversation.hub().log().activity("Incorrect password");
                conversation.refuse("DENIED", "Incorrect password");
            }
            case Verdict.Throttled(Refusal refusal) -> {
                conversation.hub().log().activity("Throttled " + conversation.source());
                conversation.refuse(refusal);
            }
        }
        return false;
    }
}
