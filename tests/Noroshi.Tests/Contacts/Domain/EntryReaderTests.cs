using Noroshi.Contacts.Domain;

namespace Noroshi.Tests.Contacts.Domain;

public class EntryReaderTests
{
    [Fact]
    public void Read_WhenWritten_SaysTheSame()
    {
        var fields = Entries.Fields();
        List<FieldProblem> problems = [];
        var entry = EntryReader.Read(fields, 0, problems).ShouldNotBeNull();
        problems.ShouldBeEmpty();
        EntryFields.Of(entry.Body, entry.Point!).ShouldBe(fields, ignoreOrder: true);
    }

    [Theory]
    [InlineData(EntryFields.State, "P")]
    [InlineData(EntryFields.State, "")]
    [InlineData(EntryFields.OrganisationEn, "a\u0007b")]
    [InlineData(EntryFields.OrganisationEn, "moc.elpmaxe\u202e")]
    [InlineData(EntryFields.OrganisationKind, "ministry")]
    [InlineData(EntryFields.Id, "UPPER")]
    [InlineData(EntryFields.Id, "peer~id")]
    [InlineData(EntryFields.Function, "")]
    [InlineData(EntryFields.Function, "boss")]
    [InlineData(EntryFields.ValidUntil, "2025-12-31")]
    [InlineData(EntryFields.ValidFrom, "01.02.2026")]
    [InlineData(EntryFields.Languages, "english please")]
    [InlineData(EntryFields.TimeZone, "Tokyo Standard Time")]
    [InlineData(EntryFields.TimeZone, "../../etc/passwd")]
    [InlineData(EntryFields.TimeZone, "")]
    [InlineData(EntryFields.Hours, "office hours")]
    [InlineData(EntryFields.Holidays, "perhaps")]
    [InlineData(EntryFields.Channels, "")]
    [InlineData(EntryFields.Channels, "telephone:call me")]
    [InlineData(EntryFields.Channels, "web:javascript:alert(1)")]
    [InlineData(EntryFields.Channels, "web:http://plain.example/")]
    [InlineData(EntryFields.Channels, "email:a@b@c")]
    [InlineData(EntryFields.Channels, "+00-0000-0000")]
    [InlineData(EntryFields.Keys, "openpgp:1234")]
    [InlineData(EntryFields.Alternates, "not an id!")]
    [InlineData(EntryFields.CheckEveryDays, "0")]
    [InlineData(EntryFields.Source, "")]
    [InlineData(EntryFields.AsOf, "yesterday")]
    [InlineData(EntryFields.Confidence, "E")]
    public void Read_WhenAFieldIsWrong_NamesIt(string field, string value)
    {
        var fields = Entries.Fields();
        fields[field] = value;
        List<FieldProblem> problems = [];
        EntryReader.Read(fields, 7, problems).ShouldBeNull();
        problems.ShouldContain(problem => problem.Field == field && problem.Line == 7);
    }

    [Fact]
    public void Read_WhenAFieldIsHuge_IsRefusedAtOnce()
    {
        var fields = Entries.Fields();
        fields[EntryFields.Note] = new string('x', 5_000_000);
        List<FieldProblem> problems = [];
        EntryReader.Read(fields, 1, problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().Field.ShouldBe(EntryFields.Note);
    }

    [Fact]
    public void Read_WhenThereIsNoFunction_IsAnOrganisationAlone()
    {
        List<FieldProblem> problems = [];
        var entry = EntryReader.Read(EntryFields.Of(Entries.Body()), 0, problems).ShouldNotBeNull();
        entry.Point.ShouldBeNull();
        entry.Body.NameEn.ShouldBe("Invented CSIRT");
    }
}
