// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's program. Exits with 0 if all went well, 1 if not, 2 if it was called wrongly. */
@Command(
        name = "devnet",
        description = "Runs a whole Aegle network on this computer: real Fabric, or the embedded one.",
        mixinStandardHelpOptions = true,
        version = "Aegle devnet 0.1.0",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            KillCommand.class,
            StartCommand.class,
            JoinCommand.class,
            LeaveCommand.class,
            UpgradeCommand.class,
            TemplateCommand.class,
            PackageCommand.class
        })
public final class DevnetCommand {
    private DevnetCommand() {}

    public static void main(String... arguments) {
        System.exit(line().execute(arguments));
    }

    /** The parser, which also says in one sentence what went wrong. */
    static CommandLine line() {
        var line = new CommandLine(new DevnetCommand());
        line.setExecutionExceptionHandler((failure, command, _) -> {
            PrintWriter err = command.getErr();
            err.println("devnet: " + failure.getMessage());
            for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
                err.println("  because: " + cause.getMessage());
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Where the network lies if nobody says. */
    static Path usualFolder() {
        String state = System.getenv("XDG_STATE_HOME");
        Path root = state == null || state.isBlank()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return root.resolve("aegle-devnet");
    }
}
