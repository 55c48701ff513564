using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Commands;

/// <summary>The doctor finds what is wrong, says what to do, and changes nothing.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Below("d");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Doctor_WhenThereIsNoNodeYet_WarnsAndMakesNothing()
    {
        var said = (await Examine(0)).ToDictionary(check => Text(check, "check"), check => Text(check, "status"));
        said["folder"].ShouldBe("warn");
        said["records"].ShouldBe("warn");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Doctor_WhenTheNodeServes_AsksIt()
    {
        await using var node = await NodeProcess.ServeAsync(Data);
        var checks = await Examine(0);
        checks.ShouldContain(check => Text(check, "check") == "records" && Text(check, "status") == "ok");
        checks.ShouldContain(check => Text(check, "check") == "port" && Text(check, "what").Contains("serving"));
    }

    [Fact]
    public async Task Doctor_WhenOthersMayLookIn_SaysHowToCloseIt()
    {
        await Prepare();
        File.SetUnixFileMode(Data, (UnixFileMode)0b111_101_101);
        var folder = (await Examine(0)).Single(check => Text(check, "check") == "folder");
        Text(folder, "status").ShouldBe("warn");
        Text(folder, "remedy").ShouldContain("chmod");
    }

    [Fact]
    public async Task Doctor_WhenTheClockWentBack_Fails()
    {
        await Prepare();
        File.SetLastWriteTimeUtc(Path.Combine(Data, "records.db"), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2));
        await FailsAt("clock");
    }

    [Fact]
    public async Task Doctor_WhenThePortIsTaken_Fails()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await FailsAt("port", "--urls", $"http://{taken.LocalEndpoint}");
    }

    [Fact]
    public async Task Doctor_WhenSettingsAreMisspelt_Fails()
    {
        await Prepare();
        await File.WriteAllTextAsync(Path.Combine(Data, "noroshi.json"), """{ "Node": { "Proxies": ["not-an-address"] } }""");
        await FailsAt("settings");
    }

    [Fact]
    public async Task Doctor_WhenRecordsAreDamaged_Fails()
    {
        await Prepare();
        foreach (var leftover in Directory.GetFiles(Data, "records.db-*"))
            File.Delete(leftover);
        await File.WriteAllTextAsync(Path.Combine(Data, "records.db"), new string('x', 8192));
        await FailsAt("records");
    }

    [Fact]
    public async Task Doctor_WhenTheDiskIsNearlyFull_Fails()
    {
        using var disk = SmallDisk.Mount(4);
        var said = await Verb.RunAsync("doctor", "--data", Path.Combine(disk.Path, "d"), "--urls", "http://127.0.0.1:0", "--json");
        said.Code.ShouldBe(1, said.Error);
        said.Json.GetProperty("checks").EnumerateArray().ShouldContain(check => Text(check, "check") == "disk" && Text(check, "status") == "fail");
    }

    private async Task Prepare()
    {
        await using var node = await NodeProcess.ServeAsync(Data);
        (await node.StopAsync()).ShouldBe(0);
    }

    private async Task FailsAt(string check, params string[] more)
    {
        var finding = (await Examine(1, more)).Single(found => Text(found, "check") == check);
        Text(finding, "status").ShouldBe("fail");
        Text(finding, "remedy").ShouldNotBeEmpty();
    }

    private async Task<List<JsonElement>> Examine(int code, params string[] more)
    {
        var said = await Verb.RunAsync(["doctor", "--data", Data, "--json", .. more.Length > 0 ? more : ["--urls", "http://127.0.0.1:0"]]);
        said.Code.ShouldBe(code, said.Error + said.Out);
        said.Json.GetProperty("ok").GetBoolean().ShouldBe(code == 0);
        return [.. said.Json.GetProperty("checks").EnumerateArray()];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
