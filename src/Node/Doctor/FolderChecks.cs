using Noroshi.Node.Hosting;
using Noroshi.Storage;

namespace Noroshi.Node.Doctor;

/// <summary>The data folder and what the operator wrote into it.</summary>
internal static class FolderChecks
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    internal static Finding Folder(NodeOptions options)
    {
        var folder = options.DataDirectory;
        if (!Directory.Exists(folder))
            return Finding.Warn("folder", $"{folder} does not exist yet.", $"Start the node once: noroshi serve --data {folder}");
        try
        {
            var probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Finding.Fail("folder", $"{folder} cannot be written: {error.Message}", "Run as the node's user, or mend owner, permissions or mount of the folder.");
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(folder) & Others) != 0)
            return Finding.Warn("folder", $"Other users of this machine can look into {folder}.", $"chmod -R go= {folder}");
        return Finding.Ok("folder", $"{folder} can be written, and only by its owner.");
    }

    internal static Finding Settings(NodeOptions options)
    {
        try
        {
            var (_, settings) = NodeSettings.Read(options.DataDirectory);
            var file = Path.Combine(options.DataDirectory, NodeSettings.FileName);
            return Finding.Ok("settings", File.Exists(file)
                ? $"{file} is in order ({settings.Proxies.Count} proxies, {settings.AllowedHosts.Count} host names)."
                : "No settings file; the defaults hold.");
        }
        catch (RefusalException refusal)
        {
            return Finding.Fail("settings", refusal.Message, "Mend that entry; docs/en/reference/configuration.md lists them all.");
        }
    }

    internal static Finding ReferenceData(NodeOptions options) => Directory.Exists(Path.Combine(options.ReferenceData, "states"))
        ? Finding.Ok("reference data", $"{options.ReferenceData}; 'noroshi data check' looks at every fact.")
        : Finding.Fail("reference data", $"There is none at {options.ReferenceData}.", "Start the program from its own tree, or set NOROSHI_REFERENCE to the folder.");
}
