using Noroshi.Federation;
using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation;

public sealed class IdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NodeKeys _keys;

    public IdentityTests() => _keys = Keys("data");

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Description_WhenSigned_IsBelieved()
    {
        var node = await SignedDocument.OpenAsync(SignedDocument.Sign(TestDocuments.Of(_keys), _keys.Signing));

        node.NodeId.ShouldStartWith("jp-");
        Fingerprint.Of(node).English.Split(' ').Length.ShouldBe(10);
    }

    [Fact]
    public async Task Description_WhenKeysWereRenewed_KeepsItsIdAndChangesItsFingerprint()
    {
        var before = TestDocuments.Of(_keys);
        _keys.Renew();
        _keys.Renew();
        var node = await SignedDocument.OpenAsync(SignedDocument.Sign(TestDocuments.Of(_keys), _keys.Signing));

        node.NodeId.ShouldBe(before.NodeId);
        (await SignedDocument.LineageAsync(node)).Count.ShouldBe(3);
        Fingerprint.Of(node).Matches(Fingerprint.Of(before)).ShouldBeFalse();
    }

    public static TheoryData<string> Lies() => ["id", "state", "another's key", "no key", "no pins", "url", "name", "protocol", "succession of another"];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Description_WhenSomethingInItIsALie_IsNotBelieved(string lie)
    {
        using var others = Keys("others");
        others.Renew();
        var honest = TestDocuments.Of(_keys);
        var liar = lie switch
        {
            "id" => honest with { NodeId = "jp-0123456789abcdef" },
            "state" => honest with { State = "PH" },
            "another's key" => honest with { NodeId = TestDocuments.Of(others).NodeId },
            "no key" => honest with { Keys = [_keys.SigningKey] },
            "no pins" => honest with { Pins = [] },
            "url" => honest with { Url = "https://node.example/path" },
            "name" => honest with { NameJa = "bad\u0007name" },
            "protocol" => honest with { Protocol = 2 },
            _ => honest with { NodeId = TestDocuments.Of(others).NodeId, Successions = TestDocuments.Of(others).Successions },
        };

        await Should.ThrowAsync<SealException>(() => SignedDocument.OpenAsync(SignedDocument.Sign(liar, _keys.Signing)));
    }

    [Fact]
    public void Keys_WhenMade_AreNobodyElsesToReadAndTheSameAgain()
    {
        var id = TestDocuments.Of(_keys).NodeId;
        _ = _keys.Certificate;
        foreach (var file in Directory.GetFiles(Path.Combine(_folder.File("data"), NodeKeys.Folder)))
            (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBe(UnixFileMode.None, file);

        using var again = Keys("data");
        TestDocuments.Of(again).NodeId.ShouldBe(id);
        NodeKeys.PinOf(again.Certificate).ShouldBe(NodeKeys.PinOf(_keys.Certificate));
    }

    [Fact]
    public void Keys_WhenOthersMayReadThem_AreRefused()
    {
        var file = Path.Combine(_folder.File("data"), NodeKeys.Folder, "node-signing-1.pem");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Should.Throw<RefusalException>(() => Keys("data")).Message.ShouldContain("chmod 600");
    }

    [Fact]
    public void Fingerprint_WhenReadOut_IsUnderstoodInAllThreeForms()
    {
        var fingerprint = Fingerprint.Of(TestDocuments.Of(_keys));

        foreach (var heard in (string[])[fingerprint.English, fingerprint.English.ToUpperInvariant().Replace(' ', ','), fingerprint.Japanese, fingerprint.Japanese.Replace('・', '\u3000'), fingerprint.Digits, fingerprint.Digits.Replace(" ", "", StringComparison.Ordinal), "noroshi:jp-0123456789abcdef:" + fingerprint.Digits.Replace(" ", "", StringComparison.Ordinal)])
            Fingerprint.Read(heard).ShouldNotBeNull(heard).Matches(fingerprint).ShouldBeTrue(heard);
    }

    [Theory]
    [InlineData("")]
    [InlineData("apple apple apple")]
    [InlineData("0123 4567")]
    [InlineData("apple apple apple apple apple apple apple apple apple nosuchword")]
    public void Fingerprint_WhenItIsNoWholeOne_IsNotRead(string heard) => Fingerprint.Read(heard).ShouldBeNull();

    private NodeKeys Keys(string name) => new(new NodeOptions { DataDirectory = _folder.File(name), ReferenceData = "" }, TimeProvider.System);
}
