using System.CommandLine;
using System.Text.Json;
using Noroshi.Node.Backups;
using Noroshi.Node.Control;
using Noroshi.Node.Hosting;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Node.Cli;

/// <summary><c>noroshi backup</c>: everything a node keeps in one verified archive, also while it serves.</summary>
internal static class BackupCommand
{
    internal static Command Create(CommandHost host)
    {
        var folder = new FolderOptions();
        var output = new Option<string>("--out") { Description = "The archive to write, e.g. noroshi.tar.gz.", HelpName = "FILE", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var verb = new Command("backup", "Write everything the node keeps into one archive; works while the node serves.") { output, json };
        folder.AddTo(verb);
        verb.SetAction((asked, cancel) => RunAsync(folder.Read(asked, host), Path.GetFullPath(asked.GetRequiredValue(output)), asked.GetValue(json), host, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(NodeOptions options, string target, bool json, CommandHost host, CancellationToken cancel)
    {
        FileModes.KeepPrivate();
        if (!Directory.Exists(options.DataDirectory))
            throw new RefusalException($"There is no data folder {options.DataDirectory}. Name the node's folder with --data.", RefusalException.Input);
        if (File.Exists(target))
            throw new RefusalException($"{target} exists already. Name a new file with --out, so that no older backup is lost.", RefusalException.Input);
        var partial = target + ".partial";
        try
        {
            BackupManifest manifest;
            await using (var archive = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 17, FileOptions.Asynchronous))
            {
                await TakeAsync(options, archive, host, cancel);
                archive.Flush(flushToDisk: true);
                // A backup that cannot be read is none: it is read back before it gets its name.
                archive.Position = 0;
                manifest = await Restore.ReadAsync(archive, folder: null, cancel);
            }
            File.Move(partial, target);
            await SayAsync(target, manifest, json, host);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"The backup was not written: {error.Message} Nothing of the node was changed.", inner: error);
        }
        finally
        {
            if (Directory.Exists(Path.GetDirectoryName(partial)))
                File.Delete(partial);
        }
    }

    private static async Task TakeAsync(NodeOptions options, Stream archive, CommandHost host, CancellationToken cancel)
    {
        using var node = await ControlClient.FindAsync(options.DataDirectory, cancel);
        if (node is not null)
        {
            await node.BackupAsync(archive, cancel);
            return;
        }
        await using var services = await host.Open(options);
        await services.GetRequiredService<Backup>().WriteAsync(archive, cancel);
    }

    private static async Task SayAsync(string target, BackupManifest manifest, bool json, CommandHost host)
    {
        var bytes = new FileInfo(target).Length;
        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(
                new { file = target, bytes, files = manifest.Files.Count, takenAt = manifest.TakenAt, guidance = manifest.Guidance }, JsonSerializerOptions.Web));
            return;
        }
        await host.Out.WriteLineAsync($"{target}: {manifest.Files.Count} files, {bytes} bytes, verified. It holds passwords' digests and keys: keep it as safe as the node.");
        foreach (var line in manifest.Guidance)
            await host.Out.WriteLineAsync(line);
    }
}
