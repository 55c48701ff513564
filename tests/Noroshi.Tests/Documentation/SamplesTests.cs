using Microsoft.Extensions.Configuration;
using Noroshi.Contracts;
using Noroshi.Node.Cli;
using Noroshi.Node.Hosting;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;
using Noroshi.Shell;

namespace Noroshi.Tests.Documentation;

/// <summary>What the pages tell people to write is what the program takes.</summary>
public class SamplesTests
{
    private static readonly string[] Scripted = ["test", "bench"];

    public static TheoryData<string> Commands =>
        [.. Pages.All().Where(page => !page.Contains("/adr/", StringComparison.Ordinal)).SelectMany(page => Pages.Blocks(File.ReadAllText(page), "sh")).SelectMany(CommandsIn).Distinct()];

    public static TheoryData<string> Languages => ["en", "ja"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_WhenCopiedFromAPage_IsUnderstood(string command)
    {
        var args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Scripted.Contains(args[0])) return;
        var host = new CommandHost(_ => throw new InvalidOperationException("Parsing opens nothing."), ReferenceData.ReferenceFolderOfTheTree.Path);
        CommandLine.Root(host).Parse(args).Errors.Select(error => error.Message).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void AddressPlan_WhenCopiedFromThePage_IsRead(string language)
    {
        var sample = Pages.Blocks(Pages.Read(language, "how-to/address-plan.md"), "csv").ShouldHaveSingleItem();
        using var text = new StringReader(sample);
        AddressPlan.Read(text, "address-plan.md").PrefixCount.ShouldBe(4);
        foreach (var sector in Sectors.All) Pages.Read(language, "how-to/address-plan.md").ShouldContain($"`{sector.Key}`");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Mapping_WhenCopiedFromThePage_IsRead(string language)
    {
        var page = Pages.Read(language, "how-to/csv-mapping.md");
        MappingFile.Parse(System.Text.Encoding.UTF8.GetBytes(Pages.Blocks(page, "json").ShouldHaveSingleItem()), "csv-mapping.md").Columns.Count.ShouldBe(6);
        foreach (var name in Enum.GetNames<CsvField>().Concat(Enum.GetNames<CsvTimeFormat>()).Concat(Enum.GetNames<CountingUnit>())) page.ShouldContain($"`{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name)}`");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Settings_WhenWritten_AreThoseOfTheProgram(string language)
    {
        var page = Pages.Read(language, "reference/configuration.md");
        foreach (var setting in typeof(NodeSettings).GetProperties()) page.ShouldContain($"| `{setting.Name}` |");
        foreach (var sample in Pages.In(language).SelectMany(name => Pages.Blocks(Pages.Read(language, name), "json")).Where(sample => sample.Contains("\"Node\"", StringComparison.Ordinal)))
        {
            using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sample));
            var read = new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Node");
            Should.NotThrow(() => read.Get<NodeSettings>(options => options.ErrorOnUnknownConfiguration = true), sample);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Lists_WhenWritten_AreThoseOfTheProgram(string language)
    {
        var classes = Pages.Read(language, "reference/classes-and-fingerprints.md");
        foreach (var name in Enum.GetNames<TrafficClass>().Concat(Enum.GetNames<Fingerprint>().Except(["None"]))) classes.ShouldContain($"| `{name}`");
        var formats = Pages.Read(language, "reference/formats.md");
        foreach (var name in InputFormats.All) formats.ShouldContain($"| `{name}` |");
        var rows = Pages.Read(language, "reference/roles.md").Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal));
        rows.ShouldBe(1 + Enum.GetValues<Role>().Length + 1, "a header, a row for each role, and one for tokens");
    }

    [Fact]
    public void AuditActs_WhenWritten_AreRecordedSomewhere()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Pages.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var page = Pages.Read("en", "reference/audit-acts.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]);
        foreach (var act in page.SelectMany(cell => cell.Split('·')).Select(act => act.Trim().Trim('`'))) sources.ShouldContain($"\"{act}\"");
    }

    private static IEnumerable<string> CommandsIn(string block) =>
        block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
            .Where(line => line.StartsWith("./noroshi ", StringComparison.Ordinal))
            .Select(line => line["./noroshi ".Length..].Split(" #")[0].Replace("$(date +%F)", "2026-11-22", StringComparison.Ordinal).Trim())
            .Where(line => line.Length > 0);
}
