import forum.api.command.CommandHandler;
import forum.commands.ChangePassword;
import forum.commands.CreateThread;
import forum.commands.DeleteMessage;
import forum.commands.DownloadFile;
import forum.commands.EditMessage;
import forum.commands.Exit;
import forum.commands.ListThreads;
import forum.commands.PostMessage;
import forum.commands.ReadThread;
import forum.commands.RemoveThread;
import forum.commands.ShutDown;
import forum.commands.UploadFile;

/** The forum's own commands, in the order in which users see them. */
module forum.commands {
    requires forum.api;
    requires static org.jspecify;

    provides CommandHandler with
            CreateThread,
            PostMessage,
            DeleteMessage,
            EditMessage,
            ListThreads,
            ReadThread,
            UploadFile,
            DownloadFile,
            RemoveThread,
            ChangePassword,
            Exit,
            ShutDown;
}
