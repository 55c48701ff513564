using System.IO.Compression;
using System.Security.Cryptography;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Uploads;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Observatory.Features;

/// <summary>What makes two files the same content.</summary>
public sealed class ContentHashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(300_000);

    [Fact]
    public void OfFile_WhenTheContentIsCompressed_IsTheHashOfWhatIsInside()
    {
        Hash(Write("plain", _content)).ShouldBe(SHA256.HashData(_content));
        Hash(Write("packed.gz", Packed())).ShouldBe(SHA256.HashData(_content));
    }

    [Fact]
    public void OfFile_WhenTheCompressionIsDamaged_IsTheHashOfTheBytesAsTheyAre()
    {
        var damaged = Packed();
        damaged[damaged.Length / 2] ^= 0xFF;
        damaged[^6] ^= 0xFF;
        Hash(Write("damaged.gz", damaged)).ShouldBe(SHA256.HashData(damaged));
    }

    [Fact]
    public void OfFile_WhenTheContentUnpacksToTooMuch_Refuses()
    {
        var bomb = Write("bomb.gz", Pack(new byte[20_000_000]));
        new FileInfo(bomb).Length.ShouldBeLessThan(100_000);
        Should.Throw<UploadRefusedException>(() => ContentHash.OfFile(bomb, 10_000_000, TestContext.Current.CancellationToken)).Status.ShouldBe(413);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void OfFile_WhenTheFileIsTiny_IsItsHash(int length)
    {
        byte[] tiny = [.. new byte[] { 0x1F, 0x8A }.Take(length)];
        Hash(Write("tiny", tiny)).ShouldBe(SHA256.HashData(tiny));
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Hash(string path) => ContentHash.OfFile(path, long.MaxValue, TestContext.Current.CancellationToken);

    private byte[] Packed() => Pack(_content);

    private static byte[] Pack(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return memory.ToArray();
    }

    private string Write(string name, byte[] content)
    {
        var path = _folder.File(name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
