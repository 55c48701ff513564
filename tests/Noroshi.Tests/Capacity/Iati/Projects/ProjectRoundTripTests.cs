using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Capacity.Iati.Features;
using Noroshi.Capacity.Registry;
using Noroshi.Shell.Audit;
using Noroshi.Shell.Entries;
using Noroshi.Storage;
using Noroshi.Tests.Shell;
using Noroshi.Tests.Storage;
using EntryRecords = Noroshi.Shell.Entries.EntryRecords<Noroshi.Capacity.Registry.EntryKind>;
using NewEntry = Noroshi.Shell.Entries.NewEntry<Noroshi.Capacity.Registry.EntryKind>;

namespace Noroshi.Tests.Capacity.Iati.Projects;

/// <summary>A project that was entered by hand leaves as IATI 2.03 and comes back the same.</summary>
public sealed class ProjectRoundTripTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly TemporaryFolder _files = new();
    private TestNode _here = null!, _there = null!;

    public async ValueTask InitializeAsync() => (_here, _there) = (await TestNode.StartAsync(), await TestNode.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task Registry_WhenExportedAndImportedIntoAnEmptyNode_HoldsTheSameProjects()
    {
        await EnterAsync();
        var written = await ExportAsync(new { });
        written.Activities.ShouldBe(1);
        var verdict = IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(written.Content)), new DateOnly(2026, 11, 28));
        (verdict.IsValid, verdict.WarningCount).ShouldBe((true, 0), string.Join("\n", verdict.Errors.Concat(verdict.Warnings)));
        foreach (var part in new[]
        {
            "code=\"22040\" percentage=\"60\"", "code=\"11430\" percentage=\"40\"", "vocabulary-uri=\"urn:noroshi:vocabulary:cyber-topics\" code=\"CY04\" percentage=\"60\"", "<tag ", "recipient-country code=\"PH\" percentage=\"60\"",
            "ref=\"XM-EXERCISE-1\" type=\"10\" role=\"1\"", "<default-tied-status code=\"5\"", "<budget>", "<planned-disbursement>", "<transaction-type code=\"3\"", "<tied-status code=\"3\"", "<baseline iso-date=\"2025-12-31\" year=\"2025\" value=\"31\"",
        }) written.Content.ShouldContain(part);

        await ImportAsync(_there, written.Content);
        Told(await RecordAsync(_there)).ShouldBe(Told(await RecordAsync(_here)));
        (await RecordAsync(_there)).Projects.ShouldAllBe(one => one.Origin.IsImported && one.Origin.File == "ours.xml");
    }

    [Fact]
    public async Task Export_WhenTheSchemasAreHere_IsValidByThemAsWell()
    {
        await EnterAsync();
        var xsd = XsdCheck.Load(PublishedFiles.Schemas);
        var (errors, _) = xsd.Run(new MemoryStream(Encoding.UTF8.GetBytes((await ExportAsync(new { })).Content)), false, default).ShouldNotBeNull();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_WhenSomethingIsNotRecorded_LeavesItOutAndSaysSo()
    {
        var project = await AddAsync(EntryKind.Project, Project(fields =>
        {
            fields.Remove("identifier");
            (fields["planned_start"], fields["needs"]) = ("2026-04", "");
            fields.Remove("needs");
        }));
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "budget"), ("amount", "5"), ("currency", "JPY"), ("start", "2026-04-01")));
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "budget"), ("amount", "5"), ("currency", "JPY"), ("start", "2026-04-01"), ("end", "2028-03-31")));
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "disbursement"), ("amount", "9"), ("currency", "JPY"), ("start", "2026-04-01"), ("marking", "green")));
        var bare = await AddAsync(EntryKind.Project, Project(fields =>
        {
            fields.Remove("funding");
            fields.Remove("implementing");
        }));
        var quiet = await AddAsync(EntryKind.Project, Project(fields => fields["marking"] = "amber"));

        var written = await ExportAsync(new { });
        written.Activities.ShouldBe(1);
        IatiValidator.Run(new MemoryStream(Encoding.UTF8.GetBytes(written.Content)), new DateOnly(2026, 11, 28)).IsValid.ShouldBeTrue();
        written.Content.ShouldNotContain("<budget>");
        written.Content.ShouldNotContain(">9<");
        written.Content.ShouldContain($"<iati-identifier>JP-csirt-{project}<");
        written.Gaps.Where(gap => gap.Project == project).Select(gap => gap.Reason).Order(StringComparer.Ordinal).ShouldBe(["BudgetEnd", "BudgetLength", "Marking", "NoIdentifier", "NoPlace", "NoPublisher", "PartialDate"]);
        written.Gaps.Where(gap => gap.Project != project).Select(gap => (gap.Project, gap.Reason)).ShouldBe([(bare, "NoParticipant"), (quiet, "Marking")], ignoreOrder: true);
        written.Gaps.ShouldAllBe(gap => gap.Message.EndsWith('.'));
        (await ExportAsync(new { upTo = "amber" })).Activities.ShouldBe(2);
        (await Should.ThrowAsync<RefusalException>(() => ExportAsync(new { upTo = "red" }))).ExitCode.ShouldBe(RefusalException.Input);
        (await Should.ThrowAsync<RefusalException>(() => ExportAsync(new { only = "C-99" }))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Project_WhenEnteredAndImported_IsOneWithEachBlockFromOneSource()
    {
        var id = await AddAsync(EntryKind.Project, Project(fields => fields["identifier"] = "XX-EXERCISE-1-1"));
        await ImportAsync(_here, ExampleFile.Text([ExampleFile.Activity(1, budget: 1000, paid: 70), ExampleFile.Activity(2, budget: 300)]));
        var record = await RecordAsync(_here);
        record.Projects.Select(one => one.Id).ShouldBe([id, "I-2"], ignoreOrder: true);
        var joined = record.Project("I-1").ShouldNotBeNull();
        (joined.Id, joined.Title, joined.Activity).ShouldBe((id, "Night duty", "I-1"));
        record.Money.Where(one => one.Project == id).Select(one => (one.Type, one.Amount, one.Currency)).ShouldBe([("budget", 1000m, "JPY"), ("disbursement", 70m, "JPY")]);
        joined.Blocks.ShouldAllBe(block => block.Source == "XX-EXERCISE-1" && block.File == "ours.xml");

        var own = await AddAsync(EntryKind.Money, Line(("project", id), ("type", "budget"), ("amount", "1200"), ("currency", "JPY"), ("start", "2026-04-01"), ("end", "2027-03-31")));
        record = await RecordAsync(_here);
        record.Money.Where(one => one.Project == id).Select(one => one.Amount).ShouldBe([70m, 1200m], ignoreOrder: true, "what people entered stands, and the imported budget is not added to it");
        record.Project(id)!.Blocks.Single(block => block.Block == "budget").ShouldBe(new BlockSource("budget", "", "", 1));
        own.ShouldStartWith("C-");
        record.Project("I-2")!.Origin.Provenance.Source.ShouldBe("EXERCISE Agency (XX-EXERCISE-1)");
    }

    [Fact]
    public async Task Budget_WhenRevised_IsNotCountedTwice()
    {
        const string Period = "<period-start iso-date=\"2025-04-01\"/><period-end iso-date=\"2026-03-31\"/>";
        var text = ExampleFile.Text([ExampleFile.Activity(1, budget: 1000, recipients: "<recipient-country code=\"PH\"/><recipient-region code=\"998\"/>").Replace("<budget>", $"<budget type=\"2\">{Period}<value value-date=\"2025-04-01\">700</value></budget><budget type=\"1\">", StringComparison.Ordinal)]);
        await ImportAsync(_here, text);
        var record = await RecordAsync(_here);
        record.Money.Select(one => one.Amount).ShouldBe([700m]);
        var project = record.Projects.ShouldHaveSingleItem();
        (project.Recipients.Single().Percent, project.Regions.Single().Code).ShouldBe((null, "998"), "a share that is not said among several is not known");
    }

    private static Dictionary<string, string> Project(Action<Dictionary<string, string>>? change = null)
    {
        var fields = new Dictionary<string, string>
        {
            ["title"] = "Night duty",
            ["text"] = "Roster & tickets <for> the response team.\nIn two steps.",
            ["identifier"] = "XM-EXERCISE-1-77",
            ["status"] = "2",
            ["planned_start"] = "2026-01-15",
            ["actual_start"] = "2026-02-01",
            ["planned_end"] = "2027-03-31",
            ["donor"] = "JP",
            ["funding"] = "EXERCISE Agency; Second payer",
            ["implementing"] = "EXERCISE Institute",
            ["recipients"] = "PH 60; VN 40",
            ["sectors"] = "99:CY04 60; 99:CY19 40",
            ["tags"] = "csirt; 夜間",
            ["flow"] = "10",
            ["finance"] = "110",
            ["aid"] = "D02",
            ["tied"] = "5",
            ["marking"] = "clear",
            ["source"] = "Register",
            ["confidence"] = "A",
        };
        change?.Invoke(fields);
        return fields;
    }

    private static Dictionary<string, string> Line(params (string Name, string Value)[] fields)
    {
        var line = new Dictionary<string, string> { ["marking"] = "clear", ["source"] = "Report", ["confidence"] = "B" };
        foreach (var (name, value) in fields) line[name] = value;
        return line;
    }

    private async Task EnterAsync()
    {
        await AddAsync(EntryKind.Organisation, Line(("name", "EXERCISE Agency"), ("type", "10"), ("identifier", "XM-EXERCISE-1")));
        var project = await AddAsync(EntryKind.Project, Project());
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "budget"), ("amount", "125000.5"), ("currency", "USD"), ("start", "2026-04-01"), ("end", "2027-03-31")));
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "planned"), ("amount", "500"), ("currency", "EUR"), ("start", "2026-07-01"), ("end", "2026-09-30"), ("provider", "EXERCISE Agency")));
        await AddAsync(EntryKind.Money, Line(("project", project), ("type", "disbursement"), ("amount", "-20"), ("currency", "JPY"), ("start", "2026-05-01"), ("provider", "EXERCISE Agency"), ("tied", "3")));
        var indicator = await AddAsync(EntryKind.Indicator, Line(("project", project), ("level", "2"), ("result", "Answers come sooner"), ("title", "Time to answer"), ("unit", "h"), ("direction", "falling"), ("baseline", "31"), ("baseline_date", "2025-12-31")));
        await AddAsync(EntryKind.Indicator, Line(("project", project), ("level", "1"), ("result", "Staff is trained"), ("title", "Share of staff"), ("unit", "%"), ("direction", "rising")));
        await AddAsync(EntryKind.Period, Line(("indicator", indicator), ("start", "2026-04-01"), ("end", "2026-09-30"), ("target", "24"), ("actual", "22.5")));
    }

    private async Task<string> AddAsync(EntryKind kind, Dictionary<string, string> fields)
    {
        var (number, _) = await _here.Services.GetRequiredService<EntryRecords>().AddAsync(new NewEntry(kind, "en", fields, Guid.NewGuid().ToString()), "csirt", Actor.System, "D", default);
        return _here.Services.GetRequiredService<EntryTable<EntryKind>>().IdOf(number);
    }

    private async Task<ExportVerb.Answer> ExportAsync(object request) => (ExportVerb.Answer)await ExportVerb.RunAsync(_here.Services, JsonSerializer.SerializeToElement(request, Web), default);

    private async Task ImportAsync(TestNode node, string content)
    {
        var path = _files.File("ours.xml");
        await File.WriteAllTextAsync(path, content);
        var request = new ImportRequest([new ImportRequest.File("ours.xml", path)], null, [], Apply: true);
        await ImportVerb.RunAsync(node.Services, JsonSerializer.SerializeToElement(request, Web), default);
    }

    private static Task<CapacityRecord> RecordAsync(TestNode node) => node.Services.GetRequiredService<ReadCapacity>().ForAsync(null, default);

    /// <summary>Everything of the projects that the standard carries, in one text.</summary>
    private static string Told(CapacityRecord record)
    {
        var text = new StringBuilder();
        foreach (var one in record.Projects.OrderBy(one => one.Identifier, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{one.Identifier}|{one.Title}|{one.Text}|{one.Status}|{one.PlannedStart}|{one.ActualStart}|{one.PlannedEnd}|{one.ActualEnd}|{one.Flow}|{one.Finance}|{one.Aid}|{one.Tied}|{one.Origin.Language}");
            foreach (var role in EntryLines.Roles) text.AppendLine(CultureInfo.InvariantCulture, $"{role}: {string.Join(';', one.Participants.GetValueOrDefault(role, []).Select(record.OrganisationName))}");
            foreach (var share in one.Recipients.Concat(one.Sectors)) text.AppendLine(CultureInfo.InvariantCulture, $"{share.Vocabulary}:{share.Code} {share.Percent:0.##}");
            text.AppendLine(string.Join(';', one.Tags));
            foreach (var line in record.Money.Where(line => line.Project == one.Id).OrderBy(line => line.Type, StringComparer.Ordinal)) text.AppendLine(CultureInfo.InvariantCulture, $"{line.Type} {line.Amount:0.##} {line.Currency} {line.Start} {line.End} {record.OrganisationName(line.Provider)} {line.Tied}");
            foreach (var line in record.Indicators.Where(line => line.Project == one.Id).OrderBy(line => line.Level, StringComparer.Ordinal))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{line.Level} {line.Result} {line.Title} [{line.Unit}] {line.IsRising} {line.Baseline} {line.BaselineDate}");
                foreach (var period in record.Periods.Where(period => period.Indicator == line.Id)) text.AppendLine(CultureInfo.InvariantCulture, $"{period.Start} {period.End} {period.Target} {period.Actual}");
            }
        }

        return text.ToString();
    }
}
