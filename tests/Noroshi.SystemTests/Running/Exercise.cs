[assembly: AssemblyFixture(typeof(Noroshi.SystemTests.Running.Exercise))]

namespace Noroshi.SystemTests.Running;

/// <summary>The invented captures of the program itself, written once for all tests.</summary>
public sealed class Exercise : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal string this[string file] => Path.Combine(_folder.Path, file);

    internal string Pcap => this["telescope-2026-03-01.pcap.gz"];

    internal string Eve => this["eve-2026-03-01.json.gz"];

    internal string Zeek => this["conn-2026-03-01.log.gz"];

    public async ValueTask InitializeAsync() => (await Verb.RunAsync("observe", "exercise", "--out", _folder.Path, "--json")).Succeeded();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
