using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Faults;

/// <summary>Whatever happens during an import, the file is there whole or not at all, and bringing it in again completes it.</summary>
public sealed class ImportFaultTests : IDisposable
{
    private const int Packets = 400_000;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_WhenKilledAtAnyPoint_LeavesAllOrNothing()
    {
        var capture = _folder.Below("worm.pcap");
        Capture.Write(capture, Packets);
        var began = TimeProvider.System.GetTimestamp();
        Imported(await Import(_folder.Below("whole"), capture)).ShouldBe(Packets);
        var whole = TimeProvider.System.GetElapsedTime(began);

        foreach (var part in new[] { 0.3, 0.5, 0.7, 0.85, 0.95 })
        {
            var data = _folder.Below($"d{part * 100:0}");
            using (var process = new Verb.Start { Arguments = Arguments(data, capture) }.Launch())
            {
                await Task.Delay(whole * part, TimeProvider.System);
                process.Kill();
                await process.WaitForExitAsync();
            }
            (await Figures.PacketsAsync(data)).ShouldBeOneOf(0, Packets);

            var again = (await Import(data, capture)).Json;
            (again.GetProperty("imported").GetInt64() + again.GetProperty("duplicates").GetInt64()).ShouldBe(Packets);
            (await Figures.PacketsAsync(data)).ShouldBe(Packets);
        }
    }

    [Fact]
    public async Task Import_WhenTheDiskIsFull_SaysSoAndKeepsWhatWasThere()
    {
        using var disk = SmallDisk.Mount(16);
        var data = Path.Combine(disk.Path, "d");
        var (small, large) = (_folder.Below("small.pcap"), _folder.Below("large.pcap"));
        Capture.Write(small, 1000);
        Capture.Write(large, 2_000_000, seed: 2);
        Imported(await Import(data, small)).ShouldBe(1000);

        var refused = await Verb.RunAsync([.. Arguments(data, large)]);
        refused.Code.ShouldNotBe(0);
        refused.Error.ShouldMatch("(?i)disk|space");
        refused.Error.ShouldNotContain("   at ");
        (await Figures.PacketsAsync(data)).ShouldBe(1000);

        Machine.Try("mount", "-o", "remount,size=1g", disk.Path).Code.ShouldBe(0);
        Imported(await Import(data, large)).ShouldBe(2_000_000);
        (await Figures.PacketsAsync(data)).ShouldBe(2_001_000);
    }

    [Fact]
    public async Task Import_WhenTheFolderIsReadOnly_SaysSo()
    {
        Machine.RequireDropOfRights();
        var capture = _folder.Below("small.pcap");
        Capture.Write(capture, 100);
        File.SetUnixFileMode(capture, UnixFileMode.UserRead | UnixFileMode.OtherRead | UnixFileMode.GroupRead);
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            (await Verb.RunAsync(new Verb.Start { Prefix = Machine.AsNobody, Arguments = Arguments(_folder.Below("d"), capture) })).Refused(3, "cannot be written");
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Import_WhenInterrupted_EndsInWordsAndKeepsNothingOfTheFile()
    {
        var capture = _folder.Below("worm.pcap");
        Capture.Write(capture, Packets * 4);
        var data = _folder.Below("d");
        using (var process = new Verb.Start { Arguments = Arguments(data, capture) }.Launch())
        {
            while (!File.Exists(Path.Combine(data, "observations.duckdb")) && !process.HasExited)
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
            Machine.Try("kill", "-TERM", $"{process.Id}");
            await process.WaitForExitAsync();
            process.ExitCode.ShouldNotBe(0);
            (await process.StandardError.ReadToEndAsync()).ShouldNotContain("   at ");
        }
        (await Figures.PacketsAsync(data)).ShouldBe(0);
        Imported(await Import(data, capture)).ShouldBe(Packets * 4);
    }

    [Fact]
    public async Task Backup_WhenTakenDuringImports_HoldsWholeImports()
    {
        const int EachFile = 20_000;
        var data = _folder.Below("d");
        var token = (await Verb.RunAsync("observe", "sensor", "add", "busy-1", "--data", data, "--json")).Succeeded().Json.GetProperty("token").GetString();
        await using var node = await NodeProcess.ServeAsync(data);
        using var client = node.Client();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var sent = 0;
        using var enough = new CancellationTokenSource();
        var uploading = Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
            {
                var file = _folder.Below($"u{sent}.pcap");
                Capture.Write(file, EachFile, seed: sent);
                using var body = new ByteArrayContent(await File.ReadAllBytesAsync(file));
                using var answer = await client.PostAsync($"/api/v1/observatory/imports?name=u{sent}.pcap", body);
                if (answer.IsSuccessStatusCode)
                    sent++;
                else
                    await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }
        });

        while (Volatile.Read(ref sent) < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        var held = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            var file = _folder.Below($"b{i}.tar.gz");
            (await Verb.RunAsync("backup", "--data", data, "--out", file)).Succeeded();
            (await Verb.RunAsync("restore", "--in", file, "--data", _folder.Below($"r{i}"))).Succeeded();
            held.Add(await Figures.PacketsAsync(_folder.Below($"r{i}")));
        }
        await enough.CancelAsync();
        await uploading;

        held.ShouldAllBe(packets => packets % EachFile == 0, "an import was in a backup by half");
        held.ShouldBe(held.Order());
        held[^1].ShouldBeLessThanOrEqualTo((long)sent * EachFile);
        (await node.StopAsync()).ShouldBe(0, node.Log);
        (await Figures.PacketsAsync(data) % EachFile).ShouldBe(0);
    }

    private static string[] Arguments(string data, string file) => ["observe", "import", file, "--sensor", "telescope-1", "--data", data, "--json"];

    private static async Task<Verb> Import(string data, string file) => (await Verb.RunAsync(Arguments(data, file))).Succeeded();

    private static long Imported(Verb import) => import.Json.GetProperty("imported").GetInt64();
}
