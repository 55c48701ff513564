using Noroshi.Shell.Ui;

namespace Noroshi.Tests.Shell.Ui;

public sealed class AssetTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("noroshi-assets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void DigestOf_WhenAFileChanges_Changes()
    {
        var file = Path.Combine(_folder.FullName, "main.css");
        File.WriteAllText(file, "a{}");
        var before = Asset.DigestOf(_folder.FullName);
        Asset.DigestOf(_folder.FullName).ShouldBe(before);
        File.WriteAllText(file, "b{}");
        Asset.DigestOf(_folder.FullName).ShouldNotBe(before);
        before.ShouldMatch("^[0-9a-f]{12}$");
    }

    [Theory]
    [InlineData("css/main.css")]
    public void Url_OfAFile_LiesBelowTheDigest(string file) => Asset.Url(file).ShouldBe($"{Asset.Prefix}/{file}");

    [Theory]
    [InlineData("css/theme.css")]
    [InlineData("js/main.js")]
    [InlineData("lib/design-tokens/tokens.css")]
    [InlineData("lib/noto-sans-jp/wght.css")]
    [InlineData("lib/echarts/echarts.common.min.js")]
    [InlineData("lib/topojson/topojson-client.min.js")]
    [InlineData("lib/world-atlas/land-110m.json")]
    [InlineData("map/places.json")]
    public void Folder_BesideTheProgram_HoldsWhatPagesAskFor(string file) => File.Exists(Path.Combine(Asset.Folder, file)).ShouldBeTrue(file);
}
