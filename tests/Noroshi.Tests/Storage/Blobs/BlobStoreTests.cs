using System.Text;
using Noroshi.Storage.Blobs;

namespace Noroshi.Tests.Storage.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly BlobStore _blobs;

    public BlobStoreTests() => _blobs = new BlobStore(_folder.File("blobs"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_WhenDone_NamesTheContentAndGivesItBack()
    {
        var id = await _blobs.WriteAsync(Text("abc"), 3, default);
        id.ToString().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        await using var content = _blobs.Open(id).ShouldNotBeNull();
        using var reader = new StreamReader(content);
        (await reader.ReadToEndAsync()).ShouldBe("abc");
        (await _blobs.VerifyAsync(id, default)).ShouldBeTrue();
        Directory.GetFiles(_folder.File("blobs/incoming")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_WhenTwentyBringTheSameAtOnce_KeepsItOnce()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _blobs.WriteAsync(Text(new string('狼', 300_000)), 10_000_000, default))));
        ids.Distinct().Count().ShouldBe(1);
        (await _blobs.VerifyAsync(ids[0], default)).ShouldBeTrue();
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Write_WhenLargerThanAllowed_KeepsNothing()
    {
        (await Should.ThrowAsync<BlobTooLargeException>(() => _blobs.WriteAsync(Text("four"), 3, default))).Limit.ShouldBe(3);
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Write_WhenTheSenderBreaksOff_KeepsNothing()
    {
        await Should.ThrowAsync<IOException>(() => _blobs.WriteAsync(new BrokenStream(), 1000, default));
        Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Verify_WhenTheFileWasChanged_SaysSo()
    {
        var id = await _blobs.WriteAsync(Text("abc"), 3, default);
        await File.WriteAllTextAsync(Directory.GetFiles(_folder.File("blobs"), "*", SearchOption.AllDirectories).Single(), "abd");
        (await _blobs.VerifyAsync(id, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Delete_WhenDone_ForgetsTheContent()
    {
        var id = await _blobs.WriteAsync(Text("abc"), 3, default);
        _blobs.Delete(id).ShouldBeTrue();
        _blobs.Delete(id).ShouldBeFalse();
        _blobs.Contains(id).ShouldBeFalse();
        _blobs.Open(id).ShouldBeNull();
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f2001/..")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    public void Id_WhenNotADigest_IsRefused(string? text) => BlobId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public async Task Leftovers_WhenOld_AreRemoved()
    {
        await _blobs.WriteAsync(Text("abc"), 3, default);
        await File.WriteAllTextAsync(_folder.File("blobs/incoming/half"), "ab");
        _blobs.RemoveLeftovers(DateTimeOffset.UnixEpoch).ShouldBe(0);
        _blobs.RemoveLeftovers(DateTimeOffset.MaxValue).ShouldBe(1);
        Directory.GetFiles(_folder.File("blobs"), "*", SearchOption.AllDirectories).Length.ShouldBe(1);
    }

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private sealed class BrokenStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun) throw new IOException("The sender is gone.");
            _begun = true;
            buffer.Span[..10].Clear();
            return ValueTask.FromResult(10);
        }
    }
}
