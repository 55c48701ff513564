using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Noroshi.Node.Backups;
using Noroshi.Storage;

namespace Noroshi.Tests.Node;

/// <summary>No path that a manifest may name leads out of the folder it is restored into.</summary>
public sealed class BackupManifestTests
{
    [Theory]
    [InlineData("records.db", true)]
    [InlineData("keys/key-22b4.xml", true)]
    [InlineData(".hidden/x", true)]
    [InlineData("..", false)]
    [InlineData(".", false)]
    [InlineData("a/..", false)]
    [InlineData("a/../b", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("a//b", false)]
    [InlineData("a/", false)]
    [InlineData("a\\..\\b", false)]
    [InlineData("C:x", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void IsSafe_WhenAsked_KnowsPlainPaths(string path, bool safe) => BackupManifest.IsSafe(path).ShouldBe(safe);

    [Fact]
    public void IsSafe_WhenItSaysYes_ThePathStaysBelow()
    {
        var part = Gen.Elements(".", "..", "a", "b.c", "/", "", "~", "a b", "\\", "é", "\0");
        var paths = part.ArrayOf().Select(parts => string.Join('/', parts));
        Prop.ForAll(paths.ToArbitrary(), path => !BackupManifest.IsSafe(path)
            || Path.GetFullPath(Path.Combine("/data/node", path)).StartsWith("/data/node/", StringComparison.Ordinal)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"format":2,"version":"9","files":[]}""")]
    [InlineData("""{"format":1,"version":"1","files":[null]}""")]
    [InlineData("""{"format":1,"version":"1","files":[{"path":"a","size":-1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}""")]
    [InlineData("""{"format":1,"version":"1","files":[{"path":"a","size":1,"sha256":"00"}]}""")]
    [InlineData("""{"format":1,"version":"1","files":[{"path":"../a","size":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}""")]
    public void Parse_WhenTheManifestIsWrong_Refuses(string json) =>
        Should.Throw<RefusalException>(() => BackupManifest.Parse(Encoding.UTF8.GetBytes(json))).Message.ShouldContain("Nothing was written");
}
