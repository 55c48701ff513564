using System.Diagnostics;
using System.Runtime.CompilerServices;
using Noroshi.Storage;

namespace Noroshi.Tests.Storage.Faults;

/// <summary>Runs a part of this test assembly as a process of its own, which may be killed or lack rights.</summary>
internal static class ChildProcess
{
    private const string Part = "NOROSHI_TEST_CHILD";
    private const string Folder = "NOROSHI_TEST_FOLDER";

    public static Process Start(string part, string folder, bool asNobody = false)
    {
        string[] command = [Environment.ProcessPath!, typeof(ChildProcess).Assembly.Location];
        if (asNobody) command = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. command];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment[Part] = part;
        start.Environment[Folder] = folder;
        start.Environment["DOTNET_CLI_HOME"] = Path.GetTempPath();
        return Process.Start(start)!;
    }

    // Before the test runner begins: a child does its part and ends.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "The only way to be first in a runner whose entry point is generated.")]
    internal static void RunPart()
    {
        if (Environment.GetEnvironmentVariable(Part) is not { } part) return;
        var options = new NodeOptions { DataDirectory = Environment.GetEnvironmentVariable(Folder)!, ReferenceData = "" };
        Environment.Exit(RunAsync(part, options).GetAwaiter().GetResult());
    }

    private static async Task<int> RunAsync(string part, NodeOptions options)
    {
        try
        {
            var store = RecordStore.For(options);
            await store.ExecuteAsync("CREATE TABLE IF NOT EXISTS acknowledged (id BIGINT NOT NULL PRIMARY KEY, twin BIGINT NOT NULL)", null, default);
            for (var id = 1L; part == "write-until-killed"; id++)
            {
                await store.TransactAsync(
                    async transaction =>
                    {
                        await transaction.ExecuteAsync("INSERT INTO acknowledged (id, twin) VALUES (@id, 0)", new { id }, default);
                        await transaction.ExecuteAsync("UPDATE acknowledged SET twin = id WHERE id = @id", new { id }, default);
                    },
                    default);
                Console.WriteLine(id);
            }

            return 0;
        }
        catch (RecordStoreException refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Message);
            return 3;
        }
    }
}
