using System.Net;
using System.Net.Sockets;
using System.Text;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Serving;

/// <summary>A node starts, stops and refuses to start in the ways its operator relies on.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Below("d");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_WhenToldToStop_EndsCleanlyAndStartsAgain()
    {
        for (var run = 0; run < 2; run++)
        {
            await using var node = await NodeProcess.ServeAsync(Data);
            using var client = node.Client();
            (await client.GetStringAsync("/health")).ShouldContain("\"status\":");
            (await node.StopAsync()).ShouldBe(0, node.Log);
            File.Exists(Path.Combine(Data, "control.sock")).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Serve_WhenKilled_StartsAgainOnWhatIsLeft()
    {
        await using (var node = await NodeProcess.ServeAsync(Data))
            await node.KillAsync();
        await using var again = await NodeProcess.ServeAsync(Data);
        using var client = again.Client();
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_WhenARequestIsUnderWay_AnswersItBeforeStopping()
    {
        await using var node = await NodeProcess.ServeAsync(Data);
        using var connection = new TcpClient();
        await connection.ConnectAsync(node.Address.Host, node.Address.Port);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /sign-in HTTP/1.1\r\nHost: {node.Address.Authority}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\nna"));
        await stream.FlushAsync();
        // The node has the request once it has logged nothing and simply waits for the rest; a second connection proves it is past reading the first.
        using (var client = node.Client())
            await client.GetStringAsync("/health/live");

        node.SendTerminate();
        await Task.Delay(TimeSpan.FromSeconds(1));
        await stream.WriteAsync("me="u8.ToArray());
        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).ShouldNotBeNull("the request under way was cut off").ShouldStartWith("HTTP/1.1 ");
        (await node.EndAsync()).ShouldBe(0, node.Log);
    }

    [Fact]
    public async Task Serve_WhenThePortIsTaken_SaysSoAndEnds()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://{taken.LocalEndpoint}";
        (await Verb.RunAsync("serve", "--data", Data, "--urls", url)).Refused(3, "already in use").Error.ShouldContain("--urls");
    }

    [Fact]
    public async Task Serve_WhenAnotherProcessHoldsTheFolder_SaysSoAndEnds()
    {
        await using var node = await NodeProcess.ServeAsync(Data);
        (await Verb.RunAsync("serve", "--data", Data, "--urls", "http://127.0.0.1:0")).Refused(3, "in use by another Noroshi process");
        using var client = node.Client();
        (await client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_WhenTheFolderIsReadOnly_SaysSoAndEnds()
    {
        Machine.RequireDropOfRights();
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            (await Verb.RunAsync(new Verb.Start { Prefix = Machine.AsNobody, Arguments = ["serve", "--data", Data, "--urls", "http://127.0.0.1:0"] }))
                .Refused(3, "cannot be written").Error.ShouldContain("--data");
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task Serve_WhenAModuleIsUnknown_NamesTheKnownOnes() =>
        (await Verb.RunAsync("serve", "--data", Data, "--only", "observatory,weather")).Refused(2, "no module 'weather'").Error.ShouldContain("observatory");

    [Fact]
    public async Task Serve_WhenASettingIsMisspelt_NamesIt()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "noroshi.json"), """{ "Node": { "AllowedHost": ["a"] } }""");
        (await Verb.RunAsync("serve", "--data", Data)).Refused(2, "AllowedHost");
    }

    [Fact]
    public async Task Serve_WhenOnlyAPartIsAsked_OpensThatPart()
    {
        await using var node = await NodeProcess.ServeAsync(Data, "--only", "observatory");
        using var client = node.Client();
        (await client.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Serve_WhenFilesAreMade_NobodyElseMayReadThem()
    {
        await using var node = await NodeProcess.ServeAsync(Data);
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var file in Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories).Append(Data))
            (File.GetUnixFileMode(file) & Others).ShouldBe(UnixFileMode.None, file);
    }

    [Fact]
    public async Task Verbs_WhenMisspelt_SayHowToFindHelp() => (await Verb.RunAsync("sevre")).Refused(2, "sevre").Error.ShouldContain("--help");
}
