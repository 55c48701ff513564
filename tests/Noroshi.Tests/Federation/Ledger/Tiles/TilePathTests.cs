using Noroshi.Federation.Ledger;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>The paths of C2SP tlog-tiles: one way of writing each tile.</summary>
public sealed class TilePathTests
{
    [Theory]
    [InlineData("0", "000", 0L, 256)]
    [InlineData("0", "x001/x234/067", 1234067L, 256)]
    [InlineData("5", "x001/000.p/1", 1000L, 1)]
    [InlineData("63", "999.p/255", 999L, 255)]
    [InlineData("entries", "273.p/112", 273L, 112)]
    public void Path_WhenRight_IsReadAndWrittenBack(string level, string path, long index, int width)
    {
        TilePath.TryParse(level, path, out var tile).ShouldBeTrue();
        (tile.Index, tile.Width).ShouldBe((index, width));
        tile.ToString().ShouldBe($"{level}/{path}");
    }

    [Theory]
    [InlineData("0", "")]
    [InlineData("0", "0")]
    [InlineData("0", "00")]
    [InlineData("0", "0000")]
    [InlineData("0", "x000/001")]
    [InlineData("0", "001/002")]
    [InlineData("0", "x001/x002")]
    [InlineData("0", "001.p/0")]
    [InlineData("0", "001.p/256")]
    [InlineData("0", "001.p/01")]
    [InlineData("0", "001.p")]
    [InlineData("0", "001.p/")]
    [InlineData("0", "001.p/1/2")]
    [InlineData("0", "x001.p/001")]
    [InlineData("0", "-01")]
    [InlineData("0", "٠٠١")]
    [InlineData("0", "../001")]
    [InlineData("0", "x999/x999/x999/x999/x999/x999/x999/999")]
    [InlineData("0", "x999/x999/x999/x999/x999/999")]
    [InlineData("00", "001")]
    [InlineData("64", "001")]
    [InlineData("-1", "001")]
    [InlineData("", "001")]
    [InlineData("Entries", "001")]
    public void Path_WhenWrittenAnotherWay_IsRefused(string level, string path) => TilePath.TryParse(level, path, out _).ShouldBeFalse();
}
