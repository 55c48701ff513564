using Noroshi.Node.Hosting;
using Noroshi.Storage;

namespace Noroshi.Tests.Node;

/// <summary>A setting that is wrong stops the start with its name, rather than be ignored.</summary>
public sealed class NodeSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_WhenThereIsNoFile_TakesTheDefaults() => NodeSettings.Read(_folder).Settings.SignInPerMinute.ShouldBe(20);

    [Fact]
    public void Read_WhenAValueIsGiven_TakesIt() => Read("""{ "Node": { "SignInPerMinute": 7, "Proxies": ["10.0.0.0/8", "::1"] } }""").Proxies.Count.ShouldBe(2);

    [Theory]
    [InlineData("""{ "Node": { "SignInPerMinut": 7 } }""", "SignInPerMinut")]
    [InlineData("""{ "Node": { "SignInPerMinute": 0 } }""", "SignInPerMinute")]
    [InlineData("""{ "Node": { "SignInPerMinute": "often" } }""", "SignInPerMinute")]
    [InlineData("""{ "Node": { "MaxRequestBytes": 1 } }""", "MaxRequestBytes")]
    [InlineData("""{ "Node": { "Proxies": ["the proxy"] } }""", "the proxy")]
    [InlineData("""{ "Node": { "OtlpEndpoint": "collector:4318" } }""", "OtlpEndpoint")]
    [InlineData("""{ "Node": { """, "noroshi.json")]
    public void Read_WhenAValueIsWrong_NamesIt(string json, string said)
    {
        var refusal = Should.Throw<RefusalException>(() => Read(json));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(said);
    }

    private NodeSettings Read(string json)
    {
        File.WriteAllText(Path.Combine(_folder, NodeSettings.FileName), json);
        return NodeSettings.Read(_folder).Settings;
    }
}
