using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Kernel;
using Noroshi.Shell.Asking;

namespace Noroshi.Tests.Diplomacy.Desk.Features;

public sealed class EntryReaderTests
{
    private static readonly DateOnly _today = new(2026, 11, 28);

    [Fact]
    public void Statement_WhenWhole_IsKeptAsTyped()
    {
        var fields = Read(EntryKind.Statement, Statement(), []).ShouldNotBeNull();
        (fields["topic"], fields["stance"], fields["state"], fields["date"], fields["meeting"]).ShouldBe(("cbm", "2", "PH", "2026-11", "GCCS2012"));
        fields.ContainsKey("note").ShouldBeFalse("what is empty is not kept");
    }

    [Theory]
    [InlineData("source", "")]
    [InlineData("office", " ")]
    [InlineData("topic", "no_such_topic")]
    [InlineData("topic", null)]
    [InlineData("stance", "3")]
    [InlineData("stance", "+1")]
    [InlineData("state", "XX")]
    [InlineData("state", "PHL")]
    [InlineData("date", "2026-11-29")]
    [InlineData("date", "2026-13")]
    [InlineData("date", "28.11.2026")]
    [InlineData("meeting", "E-999")]
    [InlineData("confidence", "E")]
    [InlineData("text", "a\u202Eb")]
    [InlineData("office", "two\nlines")]
    public void Statement_WhenAFieldIsWrong_IsRefusedForThatField(string field, string? value)
    {
        var typed = Statement();
        typed[field] = value;
        List<WrongAskException> problems = [];
        Read(EntryKind.Statement, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe(field);
        problems[0].Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Statement_WhenNobodySpokeAndNowhere_SaysBothAtOnce()
    {
        var typed = Statement();
        (typed["state"], typed["meeting"], typed["source"]) = ("", "", "");
        List<WrongAskException> problems = [];
        Read(EntryKind.Statement, typed, problems).ShouldBeNull();
        problems.Select(problem => problem.Parameter).Order().ShouldBe(["meeting", "source", "state"]);
    }

    [Fact]
    public void Commitment_WhenItHasNoOwner_IsRefused()
    {
        var typed = new Dictionary<string, string?> { ["text"] = "To meet", ["states"] = "jp,ph JP", ["owner"] = "", ["date"] = "2026", ["document"] = "Record", ["source"] = "Record 7", ["confidence"] = "A" };
        List<WrongAskException> problems = [];
        Read(EntryKind.Commitment, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe("owner");
        typed["owner"] = "Ministry";
        Read(EntryKind.Commitment, typed, []).ShouldNotBeNull()["states"].ShouldBe("JP PH", "codes are put in one form, each once");
    }

    [Fact]
    public void Entry_WhenAFieldIsUnknown_IsRefusedAndTheFieldsAreNamed()
    {
        var typed = Statement();
        typed["stnace"] = "2";
        List<WrongAskException> problems = [];
        Read(EntryKind.Statement, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Remedy.ShouldContain("stance");
    }

    [Fact]
    public void Meeting_WhenItEndsBeforeItBegins_IsRefused()
    {
        var typed = new Dictionary<string, string?> { ["name"] = "Consultation", ["forum"] = "JUS", ["start"] = "2026-12-10", ["end"] = "2026-12-09", ["source"] = "Note", ["confidence"] = "B" };
        List<WrongAskException> problems = [];
        Read(EntryKind.Meeting, typed, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Parameter.ShouldBe("end");
        typed["end"] = "2026-12";
        Read(EntryKind.Meeting, typed, []).ShouldNotBeNull("a month can hold the first day");
    }

    private static Dictionary<string, string?> Statement() => new()
    {
        ["topic"] = "cbm",
        ["text"] = "Measures matter.",
        ["stance"] = "2",
        ["state"] = "ph",
        ["office"] = "Ambassador",
        ["date"] = "2026-11",
        ["meeting"] = "GCCS2012",
        ["source"] = "Record of the meeting",
        ["confidence"] = "B",
        ["note"] = "",
    };

    private static IReadOnlyDictionary<string, string>? Read(EntryKind kind, Dictionary<string, string?> typed, List<WrongAskException> problems) =>
        new EntryReader(ReviewedDesk.Record, new Names(), _today).Read(kind, typed, problems);

    private sealed class Names : IStateNames
    {
        public IReadOnlyList<CountryCode> Codes { get; } = [CountryCode.Parse("JP"), CountryCode.Parse("PH")];

        public string NameOf(CountryCode code, CultureInfo culture) => code.ToString();
    }
}
