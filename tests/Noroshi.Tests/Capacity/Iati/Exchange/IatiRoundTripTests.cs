using System.Text;
using System.Xml.Linq;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Tests.Capacity.Iati.Checking;

namespace Noroshi.Tests.Capacity.Iati.Exchange;

/// <summary>What is read is written back whole, and what is written is valid.</summary>
public sealed class IatiRoundTripTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public void File_WhenPublishedAsValid_IsWrittenBackWhole()
    {
        var files = PublishedFiles.InScope.Where(file => file.ShouldPass && !file.IsOrganisations).ToList();
        files.Count.ShouldBeGreaterThan(80);
        var xsd = XsdCheck.Load(PublishedFiles.Schemas);
        foreach (var file in files) RoundTrip(file.Bytes, file.Name, xsd);
    }

    [Fact]
    public void File_WhenMutatedAndStillValid_IsWrittenBackWhole()
    {
        var seeds = PublishedFiles.InScope.Where(file => file.ShouldPass && !file.IsOrganisations).ToList();
        var xsd = XsdCheck.Load(PublishedFiles.Schemas);
        var tried = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var mutation = new Mutation(new Random(round), seeds);
            if (!IatiValidator.Run(new MemoryStream(mutation.Bytes), Today).IsValid) continue;
            RoundTrip(mutation.Bytes, $"{round} {mutation.Story}", xsd);
            tried++;
        }

        tried.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Extension_WhenThereIsNoPlaceForIt_IsCountedAndNamed()
    {
        const string More = "<x:plan xmlns:x=\"urn:exercise\"><x:step/><narrative>kept nowhere</narrative></x:plan>";
        using var reader = new IatiReader(new MemoryStream(Encoding.UTF8.GetBytes(ExampleFile.Text([ExampleFile.Activity(1, more: More), ExampleFile.Activity(2, more: More)]))));
        reader.Activities().Select(activity => activity.Identifier).ShouldBe(["XX-EXERCISE-1-1", "XX-EXERCISE-1-2"]);
        reader.NotKept.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, long>("x:plan (urn:exercise)", 2));
    }

    [Fact]
    public void Activity_WhenRead_HasWhatTheFileSays()
    {
        using var reader = new IatiReader(new MemoryStream(Encoding.UTF8.GetBytes(ExampleFile.Text([ExampleFile.Activity(7, budget: 1200, paid: 300)]))));
        var activity = reader.Activities().Single();
        (activity.Title.In("ja"), activity.Title.In("fr"), activity.Status).ShouldBe(("演習", "EXERCISE CSIRT", "2"));
        (activity.Budgets[0].Amount.Value, activity.Transactions[0].Amount.Value, activity.Transactions[0].Amount.Currency).ShouldBe((1200m, 300m, null));
        activity.Countries.ShouldHaveSingleItem().Percentage.ShouldBeNull("a share that is not said is not 100");
        activity.Terms.Tied.ShouldBeNull();
    }

    private static void RoundTrip(byte[] bytes, string name, XsdCheck xsd)
    {
        var written = Write(bytes);
        var verdict = IatiValidator.Run(new MemoryStream(written), Today);
        verdict.IsValid.ShouldBeTrue($"{name}: {string.Join("\n", verdict.Errors)}");
        var (errors, _) = xsd.Run(new MemoryStream(written), false, default).ShouldNotBeNull();
        errors.ShouldBeEmpty(name);
        Standard(written).ShouldBe(Standard(bytes), name);
        Encoding.UTF8.GetString(Write(written)).ShouldBe(Encoding.UTF8.GetString(written), name);
    }

    private static byte[] Write(byte[] bytes)
    {
        using var reader = new IatiReader(new MemoryStream(bytes));
        using var written = new MemoryStream();
        using (var writer = new IatiWriter(written, DateTimeOffset.UnixEpoch)) foreach (var activity in reader.Activities()) writer.Write(activity);
        return written.ToArray();
    }

    /// <summary>The activities of a file as text that depends only on what the standard knows: no extensions, no languages where no text is, numbers and blanks in one form.</summary>
    private static string Standard(byte[] bytes)
    {
        var root = XDocument.Load(new MemoryStream(bytes)).Root!;
        root.Descendants().Where(element => element.Name.NamespaceName.Length > 0).ToList().ForEach(element => element.Remove());
        return string.Join("\n", root.Elements("iati-activity").Select(Form));
    }

    private static string Form(XElement element)
    {
        var attributes = element.Attributes()
            .Where(each => !each.IsNamespaceDeclaration && (each.Name.NamespaceName.Length == 0 || (each.Name == XNamespace.Xml + "lang" && element.Name.LocalName is "narrative" or "iati-activity")))
            .OrderBy(each => each.Name.LocalName, StringComparer.Ordinal).Select(each => $" {each.Name.LocalName}='{(each.Name == "percentage" ? Number(each.Value) : each.Value)}'");
        var text = element.HasElements ? string.Concat(element.Elements().Select(Form)) : element.Name.LocalName switch { "narrative" => element.Value, "value" => Number(element.Value), _ => element.Value.Trim() };
        return $"<{element.Name.LocalName}{string.Concat(attributes)}>{text}</>";
    }

    private static string Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
