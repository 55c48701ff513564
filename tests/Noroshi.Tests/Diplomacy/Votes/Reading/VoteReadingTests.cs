using System.IO.Compression;
using System.Text;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Storage;
using Noroshi.Tests.Diplomacy.Votes.Packs;

namespace Noroshi.Tests.Diplomacy.Votes.Reading;

/// <summary>Files of votes as they come: both layouts, gzip, damaged, and what is said of rows that are not taken.</summary>
public sealed class VoteReadingTests : IDisposable
{
    private const string Calls = "rcid,session,importantvote,date,unres,amend,para,short,descr\n3,60,0,2005-12-08,R/60/45,NA,NA,A short title,\"A title, longer\"\n4,60,NA,2005-12-09,A/RES/60/46,0,1,Part,NA\n";
    private const string Head = "rcid,country,country_code,vote\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-votes-").FullName;
    private readonly Rejections _rejected = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Unvotes_WhenRead_KnowsStatesByCodeAndThoseWithoutOneByName()
    {
        var book = Read(Head + "3,Japan,JP,yes\n3,Namibia,\"NA\",no\n3,Federal Republic of Germany,NA,abstain\n4,Japan,JP,no\n4,Zanzibar,NA,yes\n4,Norway,NO,absent\n");
        book.States.ShouldBe(["DE", "JP", "NA", "X-ZANZIBAR"]);
        book.ChoiceOf(0, book.IndexOf("DE")).ShouldBe(Choice.Abstain);
        book.RollCalls[0].ShouldBe(new RollCall(VoteLayout.Unvotes, "3", 60, new DateOnly(2005, 12, 8), "60/45", "A title, longer", true));
        book.RollCalls[1].IsWhole.ShouldBeFalse();
        _rejected.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("9,Japan,JP,yes", "there is no roll call '9' in the file of roll calls")]
    [InlineData("3,Atlantis,QQ,yes", "no state is known by the code 'QQ' and the name 'Atlantis'")]
    [InlineData("3,Atlantis,NA,yes", "no state is known by the code 'NA' and the name 'Atlantis'")]
    [InlineData("3,Japan,JP,maybe", "'maybe' is no vote; yes, no, abstain and absent are")]
    [InlineData("3,Norway,NO,no", "Norway already has a vote in roll call 3; the first stays")]
    [InlineData("3,Japan,JP", "it has 3 cells, the header 4")]
    public void Unvotes_WhenARowCannotBeTaken_NamesItAndGoesOn(string row, string reason)
    {
        var book = Read(Head + "3,Norway,NO,yes\n" + row + "\n3,Sweden,SE,yes\n");
        book.States.ShouldBe(["NO", "SE"]);
        var rejected = _rejected.First.ShouldHaveSingleItem();
        (rejected.Row, rejected.Reason, Path.GetFileName(rejected.File)).ShouldBe((3, reason, "votes.csv"));
    }

    [Fact]
    public void DigitalLibrary_WhenRead_NeedsNoRollCalls()
    {
        const string Text = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title\n7,JPN,JAPAN,Y,2018-12-05,73,A/RES/73/27,\"A title\"\n7,USA,UNITED STATES,N,2018-12-05,73,A/RES/73/27,\"A title\"\n7,FRA,FRANCE,A,2018-12-05,73,A/RES/73/27,x\n7,PLW,PALAU,X,2018-12-05,73,A/RES/73/27,x\n8,JPN,JAPAN,Y,2023-02-23,11emsp,A/RES/ES-11/6,x\n8,QQQ,NOWHERE,Y,2023-02-23,11emsp,A/RES/ES-11/6,x\n";
        var book = ImportVotes.Read([Write("undl.csv", Text)], null, VotePack.States, _rejected, CancellationToken.None);
        book.States.ShouldBe(["FR", "JP", "US"]);
        book.RollCalls.Select(rollCall => (rollCall.Id, rollCall.Session, rollCall.Resolution)).ShouldBe([("7", 73, "73/27"), ("8", 77, "ES-11/6")]);
        book.ChoiceOf(0, book.IndexOf("US")).ShouldBe(Choice.No);
        _rejected.First.ShouldHaveSingleItem().Row.ShouldBe(7);
    }

    [Fact]
    public void Files_WhenGzip_AreReadTheSame()
    {
        var path = Path.Combine(_folder, "votes.csv.gz");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Head + "3,Japan,JP,yes\n"));
        ImportVotes.Read([path], Write("calls.csv", Calls), VotePack.States, _rejected, CancellationToken.None).Choices.Length.ShouldBe(1);
    }

    [Fact]
    public void Files_WhenGzipBreaksOffAnywhere_AreRefused()
    {
        var whole = Path.Combine(_folder, "whole.csv.gz");
        using (var gzip = new GZipStream(File.Create(whole), CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(Head + string.Concat(Enumerable.Range(0, 300).Select(at => $"{3 + at % 2},Japan,JP,yes\n4,State {at},US,no\n"))));
        var bytes = File.ReadAllBytes(whole);
        var cut = Path.Combine(_folder, "cut.csv.gz");
        for (var length = 1; length < bytes.Length; length += 3)
        {
            File.WriteAllBytes(cut, bytes[..length]);
            Should.Throw<RefusalException>(() => ImportVotes.Read([cut], Write("calls.csv", Calls), VotePack.States, _rejected, CancellationToken.None), $"cut after {length} of {bytes.Length}").ExitCode.ShouldBe(RefusalException.Input);
        }
    }

    [Theory]
    [InlineData("3,Japan,JP,yes\n3,\"Norway,NO,yes\n")]
    [InlineData("3,Japan,JP,yes\n3,Nor\"way,NO,yes\n")]
    public void Files_WhenQuotesAreOpen_AreRefusedByFileRowAndRemedy(string rows)
    {
        var refusal = Should.Throw<RefusalException>(() => Read(Head + rows));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain("votes.csv, row 3");
        refusal.Message.ShouldContain("double the quotation marks");
    }

    [Fact]
    public void Files_WhenOfAnotherKind_AreRefusedByTheMissingColumn()
    {
        Should.Throw<RefusalException>(() => ImportVotes.Read([Write("calls.csv", Calls)], null, VotePack.States, _rejected, CancellationToken.None)).Message.ShouldContain("has no column 'vote'");
        Should.Throw<RefusalException>(() => ImportVotes.Read([Write("votes.csv", Head)], null, VotePack.States, _rejected, CancellationToken.None)).Message.ShouldContain("--roll-calls");
        Should.Throw<RefusalException>(() => ImportVotes.Read([Path.Combine(_folder, "none.csv")], null, VotePack.States, _rejected, CancellationToken.None)).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public void Store_WhenReadAgain_HoldsTheSame()
    {
        var book = Read(Head + "3,Japan,JP,yes\n3,Norway,NO,abstain\n4,Japan,JP,no\n");
        new VoteStore(_folder).Keep(book);
        new VoteStore(_folder).Keep(book);
        var kept = new VoteStore(_folder).Read();
        kept.RollCalls.ShouldBe(book.RollCalls);
        kept.States.ShouldBe(book.States);
        kept.Starts.ShouldBe(book.Starts);
        kept.Voters.ShouldBe(book.Voters);
        kept.Choices.ShouldBe(book.Choices);
        Directory.EnumerateFiles(Path.Combine(_folder, "votes"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public void Store_WhenAByteIsWrong_IsRefused()
    {
        new VoteStore(_folder).Keep(Read(Head + "3,Japan,JP,yes\n"));
        var path = Path.Combine(_folder, "votes", "votes.bin");
        var bytes = File.ReadAllBytes(path);
        foreach (var at in new[] { 0, 9, bytes.Length / 2, bytes.Length - 1 })
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            File.WriteAllBytes(path, damaged);
            Should.Throw<RefusalException>(() => new VoteStore(_folder).Read()).Message.ShouldContain("damaged");
        }

        File.WriteAllBytes(path, bytes[..20]);
        Should.Throw<RefusalException>(() => new VoteStore(_folder).Read());
    }

    private VoteBook Read(string votes) => ImportVotes.Read([Write("votes.csv", votes)], Write("calls.csv", Calls), VotePack.States, _rejected, CancellationToken.None);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
