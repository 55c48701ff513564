using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;

namespace Noroshi.Tests.Contacts.Formats;

/// <summary>What is written in one form is read back the same; where a form has no place for something, what stays is named here.</summary>
public class RoundTripTests
{
    private static readonly ImportDefaults Nothing = new("", "", "", "", "File: x", new DateOnly(2026, 3, 1));

    public static TheoryData<string> Whole => ["csv", "json", "vcard", "rfc2350"];

    [Theory]
    [MemberData(nameof(Whole))]
    public void File_WhenWrittenAndRead_IsTheSame(string word)
    {
        var format = ContactFormats.Find(word)!;
        var points = Awkward().ToList();
        var text = format.Write(new ExportedPoints(points, Entries.At("2026-03-01T00:00Z")));
        var read = Read(format, text);
        read.Select(entry => EntryFields.Of(entry.Body, entry.Point!)).ShouldBe(points.Select(pair => EntryFields.Of(pair.Body, pair.Point)), Describe(text));
        ContactFormats.Guess("", text)?.Word.ShouldBe(word);
    }

    [Fact]
    public void SecurityTxt_WhenWrittenAndRead_KeepsWhatItHasAPlaceFor()
    {
        var format = ContactFormats.Find("security-txt")!;
        var points = Awkward().ToList();
        var text = format.Write(new ExportedPoints(points, Entries.At("2026-03-01T00:00Z")));
        text.ShouldContain("Expires: 2026-06-30T23:59:59Z");
        text.ShouldContain("Expires: 2027-02-28T00:00:00Z");
        var read = Read(format, text);
        read.Count.ShouldBe(points.Count);
        foreach (var (entry, (body, point)) in read.Zip(points))
        {
            (entry.Body.Id, entry.Body.NameEn, entry.Body.NameJa, entry.Body.State, entry.Body.Kind).ShouldBe(("", body.NameEn, body.NameJa, body.State, body.Kind));
            (entry.Point!.Id, entry.Point.Function).ShouldBe((point.Id, point.Function));
            entry.Point.Languages.ShouldBe(point.Languages);
            entry.Point.Keys.ShouldBe(point.Keys.Where(key => key.Kind == PointKey.OpenPgp));
            entry.Point.Channels.ShouldBe(point.Channels.Where(channel => channel.Kind != ChannelKind.Chat));
        }
    }

    [Fact]
    public void VCard_WhenWritten_FoldsAt75OctetsAndNeverWithinACharacter()
    {
        var text = ContactFormats.Find("vcard")!.Write(new ExportedPoints([.. Awkward()], Entries.At("2026-03-01T00:00Z")));
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        foreach (var line in text.Split("\r\n")) System.Text.Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75);
        text.ShouldNotContain("\ufffd");
        text.ShouldContain("\r\n ");
    }

    [Fact]
    public void Csv_WhenACellLooksLikeAFormula_IsDefused()
    {
        var (body, point) = Awkward().First();
        foreach (var evil in new[] { "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1" })
        {
            var text = ContactFormats.Find("csv")!.Write(new ExportedPoints([(body with { NameEn = evil }, point)], Entries.At("2026-03-01T00:00Z")));
            text.ShouldContain("'" + evil.Replace("\"", "\"\"", StringComparison.Ordinal));
            Read(ContactFormats.Find("csv")!, text)[0].Body.NameEn.ShouldBe(evil);
        }
    }

    [Fact]
    public void File_WhenItBelongsToAnExercise_SaysSo()
    {
        var (body, point) = Awkward().First();
        foreach (var format in ContactFormats.All.Where(format => format.Word != "csv"))
            format.Write(new ExportedPoints([(body, point with { IsExercise = true })], Entries.At("2026-03-01T00:00Z"))).ShouldContain(format.Word == "json" ? "\"exercise\": true" : "EXERCISE");
    }

    private static List<ContactEntry> Read(IContactFormat format, string text)
    {
        var content = format.Read(text, Nothing);
        List<FieldProblem> problems = [.. content.Problems];
        var read = content.Entries.Select(entry => EntryReader.Read(entry.Fields, entry.Line, problems)).OfType<ContactEntry>().ToList();
        problems.ShouldBeEmpty(Describe(text));
        return read;
    }

    private static string Describe(string text) => text.Length > 3_000 ? text[..3_000] : text;

    private static IEnumerable<(Body Body, ContactPoint Point)> Awkward()
    {
        var body = Entries.Body("ph-body-1", "PH", "Invented; Body, \"quoted\" \\ back") with { NameJa = "架空の長い名称を持つ組織であって七十五オクテットを超えるもの" };
        yield return (body, EntryReader.Read(Entries.Fields(), 0, [])!.Point! with
        {
            BodyId = body.Id,
            ValidUntil = new DateOnly(2026, 6, 30),
            Channels = [new(ChannelKind.Email, "duty@csirt.example"), new(ChannelKind.Telephone, "+00-0000-0000"), new(ChannelKind.Web, "https://csirt.example/report?a=1,2;b"), new(ChannelKind.Chat, "room:desk")],
            Keys = [new(PointKey.OpenPgp, string.Concat(Enumerable.Repeat("0123ABCD", 5))), new(PointKey.Jws, "abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE")],
            Provenance = body.Provenance,
        });
        yield return (body, Entries.Point("ph-24-7-1", function: ContactFunction.Network, zone: "") with { BodyId = body.Id, Provenance = body.Provenance, Keys = [new(PointKey.OpenPgp, string.Concat(Enumerable.Repeat("0123ABCD", 8)))] });
        var international = Entries.Body("int-1", "JP", "World Body", BodyKind.International) with { State = default, NameJa = "" };
        yield return (international, Entries.Point("int-point-1", "Sat-Sun 22:00-06:00", "Europe/Paris", holidays: "open", languages: ["fr"]) with { BodyId = international.Id, Provenance = international.Provenance });
    }
}
