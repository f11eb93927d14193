package io.rpcidl.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** Which plugin runs: its version, and because a snapshot keeps its version, the size and age of all its jars. */
final class PluginVersion {

    private PluginVersion() {}

    static List<String> of(PluginDescriptor plugin) {
        List<String> lines = new ArrayList<>();
        lines.add("plugin " + plugin.getId());
        List<Artifact> artifacts = plugin.getArtifacts() == null ? List.of() : plugin.getArtifacts();
        for (Artifact artifact : artifacts) {
            File file = artifact.getFile();
            String stamp = file == null ? "" : " " + file.length() + " " + file.lastModified();
            lines.add("plugin jar " + artifact.getId() + stamp);
        }
        return lines;
    }
}
