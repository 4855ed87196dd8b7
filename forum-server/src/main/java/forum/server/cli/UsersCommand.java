package forum.server.cli;

import forum.api.storage.Storage;
import forum.api.storage.StorageException;
import forum.api.storage.StorageException.Fault;
import forum.api.storage.StorageProvider;
import forum.server.control.Order.Result;
import forum.server.control.UsersOrder;
import forum.server.login.Accounts;
import forum.server.login.Invitations;
import forum.server.login.Throttle;
import forum.server.login.Users;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;

/** {@code forum-server users}: the running server does it, or this command where none runs. */
final class UsersCommand extends ToolCommand {

    private final Parameter<String> what;
    private final Parameter<String> name;

    UsersCommand() {
        super(new Syntax(
                "forum-server users",
                "Looks after the accounts, whether a server runs or not.",
                "",
                "list             all accounts: active, disabled, removed or damaged",
                "add NAME         makes one and tells its password",
                "reset NAME       gives another password; a removed user is back",
                "disable NAME     ends the user's connections and lets nobody in as that user",
                "enable NAME      lets the user in again",
                "remove NAME      removes the account and keeps the name for nobody",
                "invite           makes a code that lets one newcomer in"));
        what = syntax().parameter("WHAT", "list, add, reset, disable, enable, remove or invite", text -> text);
        name = syntax().optionalParameter("NAME", "the user");
    }

    @Override
    int run(CommandLine line, StorageProvider provider, StorageProvider.Config config, Terminal terminal) {
        List<String> arguments = new ArrayList<>(List.of(what.in(line)));
        name.ifIn(line).ifPresent(arguments::add);
        List<String> order = new ArrayList<>(List.of(UsersOrder.WORD));
        order.addAll(arguments);
        if (!RunningServer.order(config.folder(), order, terminal)) {
            inClosedFolder(provider, config, arguments, terminal);
        }
        return 0;
    }

    private static void inClosedFolder(
            StorageProvider provider, StorageProvider.Config config, List<String> arguments, Terminal terminal) {
        try (Storage storage = provider.open(config);
                Accounts accounts = new Accounts(storage.credentials(), config.clock(), new Throttle(config.clock()))) {
            accounts.hashPlainPasswords();
            Invitations invitations = new Invitations(storage, config.clock());
            Users users = new Users(storage.credentials(), accounts, _ -> {});
            if (new UsersOrder(users, invitations).run(arguments, terminal) instanceof Result.Refused(String why)) {
                throw new StorageException(Fault.IO, why);
            }
        }
    }
}
