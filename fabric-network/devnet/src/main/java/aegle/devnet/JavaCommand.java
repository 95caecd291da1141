// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.OwnerFile;
import aegle.devnet.process.NodeCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A node in a JVM like this one: the same Java, the same class path, which goes into a file as it is too long for a process list.
 */
record JavaCommand(Class<?> main, List<String> options) {

    NodeCommand in(Path folder, Map<String, String> environment, String... mainArguments) throws IOException {
        String classPath =
                System.getProperty("java.class.path", "").replace("\\", "\\\\").replace("\"", "\\\"");
        Path arguments = folder.resolve("java.arguments");
        OwnerFile.write(arguments, "-cp \"" + classPath + "\"\n");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dlogback.configurationFile=aegle/devnet/logback.xml",
                "@" + arguments,
                main.getName()));
        command.addAll(List.of(mainArguments));
        return new NodeCommand(command, environment, folder);
    }
}
