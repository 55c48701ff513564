using Noroshi.Federation.Ledger;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Signed notes, checkpoints and keys: what is read, and what is refused with which reason.</summary>
public sealed class NoteTests : IDisposable
{
    private const string Root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private const string Signature = "Az3grlgtzPICa5OS8npVmf1Myq/5";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Note_WhenRight_IsReadAndWrittenBack()
    {
        var text = $"ledger.example/a\n20852163\n{Root}\n\n— ledger.example/a {Signature}\n— 証人.example {Signature}\n";
        var note = SignedNote.Parse(text);
        note.ToString().ShouldBe(text);
        note.Signatures.Select(signature => signature.Name).ShouldBe(["ledger.example/a", "証人.example"]);
        var checkpoint = Checkpoint.Parse(note.Text);
        (checkpoint.Origin, checkpoint.Size, checkpoint.RootText).ShouldBe(("ledger.example/a", 20852163L, Root));
        checkpoint.ToString().ShouldBe(note.Text);
        SignedNote.Parse($"a\n\nb\n\n— n {Signature}\n").Text.ShouldBe("a\n\nb\n");
    }

    [Theory]
    [InlineData("", "blank line")]
    [InlineData("text\n", "blank line")]
    [InlineData("\n\n— n Az3grlgt\n", "blank line")]
    [InlineData("text\n\n", "no signature")]
    [InlineData("text\n\n— n Az3grlgtzPIC", "newline")]
    [InlineData("text\n\n- n Az3grlgtzPIC\n", "does not begin")]
    [InlineData("text\n\n— n\n", "not '— name signature'")]
    [InlineData("text\n\n— n m Az3grlgtzPIC\n", "not '— name signature'")]
    [InlineData("text\n\n— n+m Az3grlgtzPIC\n", "not '— name signature'")]
    [InlineData("text\n\n— n\u3000m Az3grlgtzPIC\n", "not '— name signature'")]
    [InlineData("text\n\n—  Az3grlgtzPIC\n", "not '— name signature'")]
    [InlineData("text\n\n— n Az3grlgtzPI\n", "not base64")]
    [InlineData("text\n\n— n Az3g rlgt\n", "not '— name signature'")]
    [InlineData("text\n\n— n Az3grlgtzPIC==\n", "not base64")]
    [InlineData("text\n\n— n Az3grlgtzPJ=\n", "not base64")]
    [InlineData("text\n\n— n Az3grg==\n", "too short")]
    [InlineData("text\n\n— n Az3grlgtzPIC\n— n Az3grlgtzPID\n", "two signatures")]
    [InlineData("text\r\n\n— n Az3grlgtzPIC\n", "control character")]
    [InlineData("te\0xt\n\n— n Az3grlgtzPIC\n", "control character")]
    [InlineData("te\uD800xt\n\n— n Az3grlgtzPIC\n", "UTF-8")]
    public void Note_WhenWrong_IsRefusedWithTheReason(string note, string reason) => Should.Throw<FormatException>(() => SignedNote.Parse(note)).Message.ShouldContain(reason);

    [Fact]
    public void Note_WhenHuge_IsRefusedBeforeItIsLookedAt()
    {
        Should.Throw<FormatException>(() => SignedNote.Parse(new string('a', SignedNote.LargestBytes + 1))).Message.ShouldContain("larger");
        var many = string.Concat(Enumerable.Range(0, 33).Select(i => $"— n{i} {Signature}\n"));
        Should.Throw<FormatException>(() => SignedNote.Parse("text\n\n" + many)).Message.ShouldContain("more than 32");
    }

    [Theory]
    [InlineData("a\n1\n", "fewer than three")]
    [InlineData("a\n1\n" + Root, "newline")]
    [InlineData("\n1\n" + Root + "\n", "empty line")]
    [InlineData("a\n01\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n-1\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n+1\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n 1\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n9223372036854775808\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n١\n" + Root + "\n", "number of leaves")]
    [InlineData("a\n1\nCsUY\n", "root")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "root")]
    [InlineData("a\n1\n" + Root + "\n\nb\n", "empty line")]
    [InlineData("a\n0\n" + Root + "\n", "no leaves")]
    public void Checkpoint_WhenWrong_IsRefusedWithTheReason(string text, string reason) => Should.Throw<FormatException>(() => Checkpoint.Parse(text)).Message.ShouldContain(reason);

    [Fact]
    public void Key_WhenItSigns_IsVerifiedByTheTextItGives()
    {
        using var key = LedgerKey.Open(_folder.File("ledger"), "JP");
        key.Origin.ShouldStartWith("noroshi/jp/");
        var verifier = NoteVerifier.Parse(key.Verifier.ToString());
        var note = key.Sign(new Checkpoint(key.Origin, 3, Convert.FromBase64String(Root)));
        verifier.Signed(SignedNote.Parse(note.ToString())).ShouldBeTrue();
        verifier.Signed(note with { Text = note.Text.Replace("\n3\n", "\n4\n", StringComparison.Ordinal) }).ShouldBeFalse();
        new NoteVerifier("another", verifier.PublicKey).Signed(note).ShouldBeFalse();
        verifier.Cosigned(note).ShouldBeNull();
    }

    [Fact]
    public void Key_WhenItCosigns_BindsTheTimeAndTheText()
    {
        using var ledger = LedgerKey.Open(_folder.File("a"), "JP");
        using var witness = LedgerKey.Open(_folder.File("b"), "PH");
        var at = new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
        var note = ledger.Sign(new Checkpoint(ledger.Origin, 3, Convert.FromBase64String(Root)));
        var cosigned = SignedNote.Parse(note.With(witness.Cosign(note.Text, at)).ToString());
        witness.Verifier.Cosigned(cosigned).ShouldBe(at);
        ledger.Verifier.Signed(cosigned).ShouldBeTrue();
        ledger.Verifier.Cosigned(cosigned).ShouldBeNull();
        witness.Verifier.Signed(cosigned).ShouldBeFalse();
        var line = cosigned.Signatures[^1];
        var later = line.Content.ToArray();
        later[7]++;
        witness.Verifier.Cosigned(cosigned.With(line with { Content = later })).ShouldBeNull();
        witness.Verifier.Cosigned(cosigned.With(line with { Content = [255, 255, 255, 255, 255, 255, 255, 255, .. later[8..]] })).ShouldBeNull();
        witness.Verifier.Cosigned(cosigned with { Text = cosigned.Text.Replace("\n3\n", "\n4\n", StringComparison.Ordinal) }).ShouldBeNull();
    }

    [Fact]
    public void Key_WhenOpenedAgain_IsTheSameAndItsOwnersAlone()
    {
        var folder = _folder.File("ledger");
        using var first = LedgerKey.Open(folder, "JP");
        using var second = LedgerKey.Open(folder, "PH");
        second.Verifier.ToString().ShouldBe(first.Verifier.ToString());
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(folder, "ledger-key.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(Path.Combine(folder, "ledger-key.pem"), "nothing");
        Should.Throw<Noroshi.Storage.RefusalException>(() => LedgerKey.Open(folder, "JP")).Message.ShouldContain("Restore");
    }

    [Theory]
    [InlineData("", "name+id+key")]
    [InlineData("a+b", "name+id+key")]
    [InlineData("a+00000000+AQ==", "type 2")]
    [InlineData("a+00000000+???", "type 2")]
    [InlineData("a+00000000+AgEC", "not a public key")]
    public void Verifier_WhenWrong_IsRefusedWithTheReason(string text, string reason) => Should.Throw<FormatException>(() => NoteVerifier.Parse(text)).Message.ShouldContain(reason);

    [Fact]
    public void Verifier_WhenItsIdIsNotTheKeys_IsRefused()
    {
        using var key = LedgerKey.Open(_folder.File("ledger"), "JP");
        var parts = key.Verifier.ToString().Split('+', 3);
        Should.Throw<FormatException>(() => NoteVerifier.Parse($"{parts[0]}+00000000+{parts[2]}")).Message.ShouldContain("does not belong");
    }
}
