using System.Globalization;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Registry;
using Noroshi.Kernel;
using Share = Noroshi.Capacity.Iati.Model.Share;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Writes an entered project as an activity of IATI 2.03. Nothing is made up: what the standard wants and nobody recorded is left out and told.</summary>
internal sealed class ProjectActivity(CapacityRecord record, ModelLibrary library, Tlp freest)
{
    private readonly List<ExportGap> _gaps = [];

    /// <summary>What was left out so far.</summary>
    internal IReadOnlyList<ExportGap> Gaps => _gaps;

    /// <summary>The project as an activity; null where it cannot be one.</summary>
    internal IatiActivity? Of(Project project, Publisher publisher)
    {
        if (project.Origin.Marking > freest) return Left(project, ExportGap.Why.Marking);
        var participants = Participants(project).ToList();
        if (participants.Count == 0) return Left(project, ExportGap.Why.NoParticipant);
        if (project.Identifier.Length == 0) Tell(project, ExportGap.Why.NoIdentifier);
        if (!publisher.IsRegistered) Tell(project, ExportGap.Why.NoPublisher);
        if (project.Related.Count > 0) Tell(project, ExportGap.Why.Related);
        if (project.Donor.IsKnown || project.Needs.Count + project.Offers.Count + project.Assessments.Count > 0 || record.EffectsOf(project).Any()) Tell(project, ExportGap.Why.NoPlace);
        foreach (var block in project.Blocks.Where(one => !one.IsEntered)) _gaps.Add(new ExportGap(project.Id, block.Block, ExportGap.Why.OtherSource));
        var money = record.MoneyOf(project).Where(one => !one.Origin.IsImported).Where(one => MayLeave(project, one.Id, one.Origin)).ToList();
        return new IatiActivity
        {
            Identifier = IdentifierOf(project, publisher),
            Settings = [KeyValuePair.Create("xml:lang", project.Origin.Language)],
            ReportingOrganisation = new ReportingOrganisation(publisher.Ref, publisher.Type, null, Text(publisher.Name)),
            Title = Text(project.Title),
            Descriptions = [("1", Text(project.Text))],
            Participants = participants,
            Status = project.Status,
            Dates = [.. Dates(project)],
            Countries = [.. project.Recipients.Select(share => new Share(share.Code, null, null, share.Percent, Narratives.None))],
            Regions = [],
            Sectors = [.. Sectors(project)],
            Tags = [.. project.Topics.Select(code => new Share(code, OwnVocabularies.Own, OwnVocabularies.Topics, null, Topic(code, project))), .. project.Tags.Select(word => new Share(word, OwnVocabularies.Own, OwnVocabularies.Words, null, Text(word)))],
            Terms = new Terms(Code(project.Flow), Code(project.Finance), project.Aid.Length > 0 ? [(project.Aid, null)] : [], Code(project.Tied)),
            Budgets = [.. money.Where(one => one.Type == "budget").Select(Budget).OfType<Budget>()],
            PlannedDisbursements = [.. money.Where(one => one.Type == "planned").Select(one => new Budget(null, null, Day(one, one.Start.First, one.Start.IsExact), one.End is { } end ? Day(one, end.Last, end.IsExact) : null, Amount(one, one.Start.First), Party(one.Provider, null), null))],
            Transactions = [.. money.Where(one => one.Type is "commitment" or "disbursement" or "expenditure").Select(Transaction)],
            Documents = [],
            Related = [],
            Results = [.. Results(project)],
            Others = [],
        };
    }

    /// <summary>The identifier under which a project is published.</summary>
    internal static string IdentifierOf(Project project, Publisher publisher) => project.Identifier.Length > 0 ? project.Identifier : $"{publisher.Ref}-{project.Id}";

    private IatiActivity? Left(Project project, ExportGap.Why why)
    {
        Tell(project, why);
        return null;
    }

    private void Tell(Project project, ExportGap.Why why) => _gaps.Add(new ExportGap(project.Id, project.Id, why));

    private bool MayLeave(Project project, string line, Origin origin)
    {
        if (origin.Marking <= freest) return true;
        _gaps.Add(new ExportGap(project.Id, line, ExportGap.Why.Marking));
        return false;
    }

    private IEnumerable<Party> Participants(Project project)
    {
        for (var at = 0; at < EntryLines.Roles.Count; at++)
        {
            foreach (var named in project.Participants.GetValueOrDefault(EntryLines.Roles[at], [])) yield return Party(named, (at + 1).ToString(CultureInfo.InvariantCulture))!;
        }
    }

    private Party? Party(string named, string? role)
    {
        if (named.Length == 0) return null;
        var known = record.Organisations.FirstOrDefault(one => one.Id == named || one.Name == named);
        return new Party(known is { Identifier.Length: > 0 } ? known.Identifier : null, known?.Type, null, role, null, Text(known?.Name ?? named));
    }

    private IEnumerable<(string Type, string Day, Narratives Note)> Dates(Project project)
    {
        foreach (var (type, date, isEnd) in new[] { ("1", project.PlannedStart, false), ("2", project.ActualStart, false), ("3", project.PlannedEnd, true), ("4", project.ActualEnd, true) })
        {
            if (date is not { } known) continue;
            if (!known.IsExact) Tell(project, ExportGap.Why.PartialDate);
            yield return (type, Written(isEnd ? known.Last : known.First), known.IsExact ? Narratives.None : Text(known.ToString()));
        }
    }

    private IEnumerable<Share> Sectors(Project project)
    {
        var topics = project.Sectors.Where(share => share.Vocabulary == OwnVocabularies.Own).ToList();
        var recorded = project.Sectors.Where(share => share.Vocabulary == "1").ToList();
        var purposes = recorded.Count > 0 ? recorded : ActivityProject.Purposes(topics, library);
        if (purposes is null) Tell(project, ExportGap.Why.Unmapped);
        foreach (var share in purposes ?? []) yield return new Share(share.Code, "1", null, share.Percent, Narratives.None);
        foreach (var share in topics) yield return new Share(share.Code, OwnVocabularies.Own, OwnVocabularies.Topics, share.Percent, Topic(share.Code, project));
    }

    private Narratives Topic(string code, Project project) => Text(library.Topic(code)?.Name.In(project.Origin.Language == "ja") ?? code);

    private Budget? Budget(Spending one)
    {
        if (one.End is not { } end)
        {
            _gaps.Add(new ExportGap(one.Project, one.Id, ExportGap.Why.BudgetEnd));
            return null;
        }

        if (end.Last > one.Start.First.AddYears(1))
        {
            _gaps.Add(new ExportGap(one.Project, one.Id, ExportGap.Why.BudgetLength));
            return null;
        }

        return new Budget(null, null, Day(one, one.Start.First, one.Start.IsExact), Day(one, end.Last, end.IsExact), Amount(one, one.Start.First), null, null);
    }

    private Transaction Transaction(Spending one) => new()
    {
        Type = one.Type switch { "commitment" => "2", "disbursement" => "3", _ => "4" },
        Day = Day(one, one.Start.First, one.Start.IsExact),
        Amount = Amount(one, one.Start.First),
        Description = Narratives.None,
        Provider = Party(one.Provider, null),
        Sectors = [],
        Terms = new Terms(null, null, [], Code(one.Tied)),
    };

    private string Day(Spending one, DateOnly day, bool isExact)
    {
        if (!isExact && !_gaps.Exists(gap => gap.Line == one.Id && gap.Reason == ExportGap.Why.PartialDate)) _gaps.Add(new ExportGap(one.Project, one.Id, ExportGap.Why.PartialDate));
        return Written(day);
    }

    private static Amount Amount(Spending one, DateOnly day) => new(one.Amount, one.Currency, Written(day));

    private IEnumerable<Result> Results(Project project)
    {
        var indicators = record.IndicatorsOf(project).Where(one => !one.Origin.IsImported).Where(one => MayLeave(project, one.Id, one.Origin));
        foreach (var result in indicators.GroupBy(one => (one.Level, one.Result)))
            yield return new Result(result.Key.Level, null, Text(result.Key.Result), Narratives.None, [], [], [.. result.Select(one => Indicator(project, one))]);
    }

    private Model.Indicator Indicator(Project project, Registry.Indicator one)
    {
        var isShare = one.Unit is "%" or "％";
        Baseline? baseline = null;
        if (one.Baseline is { } value)
        {
            if (one.BaselineDate is { } date) baseline = new Baseline(date.Year.ToString("0000", CultureInfo.InvariantCulture), date.IsExact ? Written(date.First) : null, Figure(value), []);
            else _gaps.Add(new ExportGap(project.Id, one.Id, ExportGap.Why.Baseline));
        }

        return new Model.Indicator(
            isShare ? "2" : "1", one.IsRising ? "1" : "0", null, Text(one.Title), isShare ? Narratives.None : Text(OwnVocabularies.Unit + one.Unit), [], [], baseline is null ? [] : [baseline],
            [.. record.PeriodsOf(one).Where(period => MayLeave(project, period.Id, period.Origin)).Select(period => new Model.Period(Written(period.Start.First), Written(period.End.Last), Measured(period.Target), Measured(period.Actual)))]);
    }

    private static IReadOnlyList<Measured> Measured(decimal? value) => value is { } known ? [new Measured(Figure(known), [])] : [];

    private static string Figure(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Code(string code) => code.Length > 0 ? code : null;

    private static Narratives Text(string text) => new([new Narrative(null, text)]);
}
