using System.Text;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;

namespace Noroshi.Tests.Contacts.Formats;

/// <summary>Files that are wrong, strange or hostile: each is refused with its line, and none stops the program.</summary>
public class WrongFileTests
{
    private static readonly ImportDefaults Defaults = new("PH", "Invented CSIRT", "csirt", "csirt", "File: x", new DateOnly(2026, 3, 1));

    [Theory]
    [InlineData("csv", "id,state\n\"open", 2)]
    [InlineData("csv", "id,state\na\"b,PH", 2)]
    [InlineData("csv", "id,state\n\n\"a\"b,PH", 3)]
    [InlineData("csv", "id,unknown_column\n", 1)]
    [InlineData("csv", "id,id\n", 1)]
    [InlineData("csv", "id,state\na\n", 2)]
    [InlineData("csv", "", 1)]
    [InlineData("json", "{", 1)]
    [InlineData("json", "[]", 1)]
    [InlineData("json", "{\"format\":\"noroshi-contacts\",\"version\":2,\"points\":[]}", 1)]
    [InlineData("json", "{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{},5]}", 2)]
    [InlineData("json", "{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{\"boss\":\"x\"}]}", 1)]
    [InlineData("json", "{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{\"note\":\"\\ud800\"}]}", 1)]
    [InlineData("json", "{\"format\":\"noroshi-contacts\",\"version\":1,\"points\":[{\"channels\":[1]}]}", 1)]
    [InlineData("vcard", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nEND:VCARD\r\n", 2)]
    [InlineData("vcard", "BEGIN:VCARD\r\nVERSION:4.0\r\nno colon\r\nEND:VCARD\r\n", 3)]
    [InlineData("vcard", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:x\r\n", 1)]
    [InlineData("vcard", "FN:x\r\n", 1)]
    [InlineData("vcard", "", 1)]
    [InlineData("security-txt", "Contact: mailto:a@csirt.example\n", 1)]
    [InlineData("security-txt", "Expires: 2027-01-01T00:00:00Z\n", 1)]
    [InlineData("security-txt", "Contact: http://plain.example/\nExpires: 2027-01-01T00:00:00Z\n", 1)]
    [InlineData("security-txt", "Contact: mailto:a@csirt.example\nExpires: 2027-01-01T00:00:00Z\nExpires: 2028-01-01T00:00:00Z\n", 3)]
    [InlineData("security-txt", "Contact: mailto:a@csirt.example\nExpires: soon\n", 2)]
    [InlineData("rfc2350", "Dear all,\nthis is no such text.\n", 1)]
    public void Read_WhenTheFileIsWrong_SaysWhere(string word, string text, int line)
    {
        var content = ContactFormats.Find(word)!.Read(text, Defaults);
        content.Problems.ShouldNotBeEmpty();
        content.Problems.ShouldContain(problem => problem.Line == line, string.Join('\n', content.Problems));
    }

    [Fact]
    public void SecurityTxt_WhenItComesFromOutside_IsReadWithWhatTheImporterSays()
    {
        const string Text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n# Our address\nContact: mailto:security@company.example\nContact: https://company.example/report\nContact: tel:+00-0000-0000\nExpires: 2027-01-31T18:00:00.000Z\nEncryption: https://company.example/key.asc\nPreferred-Languages: en, ja\nPolicy: https://company.example/policy\n-----BEGIN PGP SIGNATURE-----\n\nabc\n-----END PGP SIGNATURE-----\n";
        var entry = Single("security-txt", Text, out var content);
        content.NotUnderstood.ShouldContain(line => line.Contains("signature was not checked", StringComparison.Ordinal));
        content.NotUnderstood.ShouldContain(line => line.Contains("Policy", StringComparison.Ordinal));
        entry.Body.NameEn.ShouldBe("Invented CSIRT");
        entry.Point!.Channels.Select(channel => channel.Kind).ShouldBe([ChannelKind.Email, ChannelKind.Web, ChannelKind.Telephone]);
        entry.Point.ValidUntil.ShouldBe(new DateOnly(2027, 1, 31));
        entry.Point.Languages.ShouldBe(["en", "ja"]);
    }

    [Fact]
    public void Rfc2350_WhenWrittenByOthers_IsReadAsFarAsItGoes()
    {
        const string Text = """
            1. Document Information
            1.1 Date of Last Update
              Version 2, published on 2025-11-04.
            2. Contact Information
            2.1 Name of the Team
              Team of an invented university
            2.3. Time Zone
              We are in Europe/Berlin (CET, CEST in summer).
            2.4 Telephone number
              +00 0000 0000 (office)
            2.5 Facsimile Number
              +00 0000 0001
            2.7 Electronic mail address
              Write to incidents@team.example.
            2.8 Public Keys and Other Encryption Information
              Fingerprint: 0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567
            2.9 Team Members
              Not published.
            2.11 Points of Customer Contact
              We answer 24/7 by telephone.
            3.1 Mission Statement
              To help.
            """;
        var entry = Single("rfc2350", Text, out var content);
        entry.Body.NameEn.ShouldBe("Team of an invented university");
        entry.Point!.Channels.ShouldBe([new Channel(ChannelKind.Telephone, "+00 0000 0000"), new Channel(ChannelKind.Email, "incidents@team.example")]);
        entry.Point.Keys.ShouldHaveSingleItem().Fingerprint.ShouldBe("0123456789ABCDEF0123456789ABCDEF01234567");
        entry.Point.Hours.Zone.ShouldBe("Europe/Berlin");
        entry.Point.Hours.AroundTheClock.ShouldBeTrue();
        entry.Point.Provenance.AsOf.ToString().ShouldBe("2025-11-04");
        content.NotUnderstood.Select(line => line[(line.LastIndexOf(' ') + 1)..]).ShouldBe(["2.5", "2.9", "3.1"]);
    }

    [Fact]
    public void VCard_WhenWrittenByOthers_KeepsOrderAndListsTheRest()
    {
        const string Text = "BEGIN:VCARD\nVERSION:4.0\nFN:Invented\\, Team\nitem1.TEL;PREF=2;TYPE=\"work,voice\";VALUE=uri:tel:+00-0000-0001\nTEL;PREF=1:+00-0000-0002\nEMAIL:team@csirt.example\nLANG:en\nTZ:Asia/Manila\nADR:;;Somewhere;;;;\nNOTE:first\\nsec\n ond\nREV:20260115T000000Z\nEND:VCARD\n";
        var entry = Single("vcard", Text, out var content);
        entry.Body.NameEn.ShouldBe("Invented, Team");
        entry.Point!.Channels.Select(channel => channel.Value).ShouldBe(["+00-0000-0002", "+00-0000-0001", "team@csirt.example"]);
        entry.Point.Note.ShouldBe("first\nsecond");
        entry.Point.Provenance.AsOf.ToString().ShouldBe("2026-01-15");
        content.NotUnderstood.ShouldHaveSingleItem().ShouldContain("ADR");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("vcard")]
    [InlineData("rfc2350")]
    [InlineData("security-txt")]
    public void Read_WhenTheFileIsMutilated_NeverThrows(string word)
    {
        var format = ContactFormats.Find(word)!;
        var good = format.Write(new ExportedPoints([(Entries.Body(), Entries.Point("ph-technical-1", languages: ["en"]))], Entries.At("2026-03-01T00:00Z")));
        var random = new Random(20260301);
        const string Junk = "\"',;:\\\n\r\t\0={}[]\ud83d\ufeff狼-";
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder(good);
            for (var hit = random.Next(1, 6); hit > 0; hit--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0) text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at));
                else text.Insert(at, Junk[random.Next(Junk.Length)]);
                if (text.Length == 0) text.Append('x');
            }

            var mutilated = text.ToString();
            List<FieldProblem> problems = [];
            Should.NotThrow(() =>
            {
                foreach (var (line, fields) in format.Read(mutilated, Defaults).Entries) EntryReader.Read(fields, line, problems);
            }, mutilated);
        }
    }

    [Fact]
    public void Read_WhenTheFileIsHuge_StopsEarly()
    {
        var rows = new StringBuilder("id,state\n").Insert(0, "").Append(string.Concat(Enumerable.Repeat("a,PH\n", ContactFormats.MostEntries + 10)));
        ContactFormats.Find("csv")!.Read(rows.ToString(), Defaults).Problems.ShouldHaveSingleItem().Message.ShouldContain("split");
        var cards = string.Concat(Enumerable.Repeat("BEGIN:VCARD\nVERSION:4.0\nFN:x\nEND:VCARD\n", ContactFormats.MostEntries + 10));
        ContactFormats.Find("vcard")!.Read(cards, Defaults).Problems.ShouldHaveSingleItem().Message.ShouldContain("split");
        ContactFormats.Find("vcard")!.Read("BEGIN:VCARD\nVERSION:4.0\nNOTE:" + string.Concat(Enumerable.Repeat("x\n ", 1_000_000)), Defaults).Problems.ShouldNotBeEmpty();
    }

    private static ContactEntry Single(string word, string text, out FileContent content)
    {
        content = ContactFormats.Find(word)!.Read(text, Defaults);
        List<FieldProblem> problems = [.. content.Problems];
        var (line, fields) = content.Entries.ShouldHaveSingleItem();
        var entry = EntryReader.Read(fields, line, problems);
        problems.ShouldBeEmpty();
        return entry!;
    }
}
