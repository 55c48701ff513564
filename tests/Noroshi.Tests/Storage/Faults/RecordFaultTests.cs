using System.Globalization;
using Noroshi.Storage;

namespace Noroshi.Tests.Storage.Faults;

public sealed class RecordFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_WhenTheProcessIsKilledWhileWriting_HoldEverythingAcknowledgedAndNothingHalf()
    {
        var data = _folder.File("data");
        using var child = ChildProcess.Start("write-until-killed", data);
        var last = 0L;
        while (last < 200)
        {
            var line = await child.StandardOutput.ReadLineAsync();
            line.ShouldNotBeNull(await ErrorOf(child, line));
            last = long.Parse(line, CultureInfo.InvariantCulture);
        }

        child.Kill(); // SIGKILL: no handler runs, nothing is flushed.
        while (await child.StandardOutput.ReadLineAsync() is { Length: > 0 } line) last = long.Parse(line, CultureInfo.InvariantCulture);
        await child.WaitForExitAsync();
        child.ExitCode.ShouldBe(137);

        await using var store = RecordStore.For(new NodeOptions { DataDirectory = data, ReferenceData = "" });
        var kept = await store.QueryAsync<long>("SELECT id FROM acknowledged ORDER BY id", null, default);
        kept.Count.ShouldBeGreaterThanOrEqualTo((int)last);
        kept.ShouldBe(Enumerable.Range(1, kept.Count).Select(id => (long)id));
        (await store.FirstAsync<int>("SELECT COUNT(*) FROM acknowledged WHERE twin <> id", null, default)).ShouldBe(0);
        (await store.FirstAsync<string>("PRAGMA integrity_check", null, default)).ShouldBe("ok");
    }

    [Fact]
    public async Task Records_WhenTheFolderIsReadOnly_SayWhereAndWhatToDo()
    {
        var root = Environment.IsPrivilegedProcess;
        if (root && !File.Exists("/usr/bin/setpriv")) Assert.Skip("Root may write anywhere, and setpriv (util-linux) is not here to become somebody else.");
        if (root && !OpenToAll(typeof(RecordFaultTests).Assembly.Location)) Assert.Skip("The build is in a folder that only its owner may enter; somebody else cannot run it.");
        var data = _folder.File("data");
        Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        using var child = ChildProcess.Start("open", data, asNobody: root);
        var error = await child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        child.ExitCode.ShouldBe(3, error);
        error.ShouldContain(data);
        error.ShouldContain("--data");
        Directory.GetFileSystemEntries(data).ShouldBeEmpty();
    }

    private static bool OpenToAll(string file)
    {
        for (var folder = new FileInfo(file).Directory; folder is not null; folder = folder.Parent)
            if ((folder.UnixFileMode & UnixFileMode.OtherExecute) == 0) return false;
        return true;
    }

    private static async Task<string> ErrorOf(System.Diagnostics.Process child, string? line) => line is null ? await child.StandardError.ReadToEndAsync() : "";
}
