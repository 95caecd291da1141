// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.ConfigurationTemplate;
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
        ConfigurationTemplate.named("java.arguments")
                .write(
                        arguments,
                        Map.of("options", String.join(" ", options), "class-path", classPath, "main", main.getName()));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + arguments);
        command.addAll(List.of(mainArguments));
        return new NodeCommand(command, environment, folder);
    }
}
