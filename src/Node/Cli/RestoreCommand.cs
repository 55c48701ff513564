using System.CommandLine;
using System.Text.Json;
using Noroshi.Node.Backups;
using Noroshi.Node.Hosting;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Node.Cli;

/// <summary><c>noroshi restore</c>: a backup becomes a new data folder, verified, or nothing is written.</summary>
internal static class RestoreCommand
{
    internal static Command Create(CommandHost host)
    {
        var input = new Option<string>("--in") { Description = "The archive that 'noroshi backup' wrote.", HelpName = "FILE", Required = true };
        var data = new Option<string>("--data") { Description = "The new data folder; must be missing or empty.", HelpName = "DIR", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var verb = new Command("restore", "Restore a backup into a new data folder.") { input, data, json };
        verb.SetAction((asked, cancel) => RunAsync(asked.GetRequiredValue(input), asked.GetRequiredValue(data), asked.GetValue(json), host, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string input, string data, bool json, CommandHost host, CancellationToken cancel)
    {
        FileModes.KeepPrivate();
        BackupManifest manifest;
        try
        {
            await using var archive = new FileStream(input, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.Asynchronous | FileOptions.SequentialScan);
            manifest = await Restore.IntoAsync(archive, data, cancel);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{input} cannot be read: {error.Message}", RefusalException.Input, error);
        }
        var folder = Path.GetFullPath(data);
        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(
                new { data = folder, files = manifest.Files.Count, takenAt = manifest.TakenAt, guidance = manifest.Guidance }, JsonSerializerOptions.Web));
            return 0;
        }
        await host.Out.WriteLineAsync($"{folder}: {manifest.Files.Count} files as of {manifest.TakenAt:u}, verified. Next: noroshi doctor --data {folder}");
        foreach (var line in manifest.Guidance)
            await host.Out.WriteLineAsync(line);
        return 0;
    }
}
