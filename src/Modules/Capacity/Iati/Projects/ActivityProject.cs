using System.Globalization;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Share = Noroshi.Capacity.Registry.Share;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Reads a kept activity as a project of the registry. What has no place in the registry stays in the activity, which is exported whole.</summary>
internal sealed class ActivityProject(ModelLibrary library, IStateNames states)
{
    private readonly HashSet<CountryCode> _states = [.. states.Codes];

    internal ImportedProject Of(KeptActivity kept)
    {
        var activity = kept.Activity;
        var language = activity.Title.Texts is [{ Language: { Length: >= 2 } said }, ..] ? said : activity.Settings.FirstOrDefault(each => each.Key == "xml:lang").Value is { Length: >= 2 } set ? set : "en";
        var origin = Origin(kept, kept.Source, kept.File, language[..2].ToLowerInvariant());
        var (recipients, regions) = Recipients(activity);
        var project = new Project
        {
            Id = kept.Id,
            Activity = kept.Id,
            Identifier = activity.Identifier,
            Title = First(activity.Title) is { Length: > 0 } title ? title : activity.Identifier,
            Text = string.Join("\n", activity.Descriptions.Select(each => First(each.Text)).Where(text => text.Length > 0)),
            Status = activity.Status,
            PlannedStart = Date(activity, "1"),
            ActualStart = Date(activity, "2"),
            PlannedEnd = Date(activity, "3"),
            ActualEnd = Date(activity, "4"),
            Participants = Participants(activity),
            Recipients = recipients,
            Regions = regions,
            Sectors = Sectors(activity),
            Tags = [.. activity.Tags.Where(tag => tag.VocabularyUri != OwnVocabularies.Topics).Select(tag => tag.VocabularyUri == OwnVocabularies.Words ? tag.Code : $"{tag.Vocabulary}:{tag.Code}").Distinct(StringComparer.Ordinal)],
            Flow = activity.Terms.Flow ?? "",
            Finance = activity.Terms.Finance ?? "",
            Aid = activity.Terms.Aid.FirstOrDefault(each => each.Vocabulary is null or "1").Code ?? "",
            Tied = activity.Terms.Tied ?? "",
            Blocks = [.. kept.Blocks.Select(each => new BlockSource(each.Key, each.Value.Source, each.Value.File, 0))],
            Origin = origin,
        };
        var money = Money(kept, activity, language).ToList();
        var (indicators, periods) = new ActivityResults(kept.Id, Block(kept, "result", language)).Of(activity.Results);
        return new ImportedProject(project, money, indicators, periods, [.. activity.Related.Select(each => each.Ref).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The purpose codes of the DAC that our topics come to, by the reviewed vocabulary; null where a topic has none.</summary>
    internal static IReadOnlyList<Share>? Purposes(IEnumerable<Share> topics, ModelLibrary library)
    {
        var purposes = topics.Select(share => (Code: library.Topic(share.Code)?.DacCode, share.Percent)).ToList();
        return purposes.Count == 0 || purposes.Exists(each => string.IsNullOrEmpty(each.Code) || each.Percent is null) ? null
            : [.. purposes.GroupBy(each => each.Code!).Select(group => new Share("1", group.Key, group.Sum(each => each.Percent!.Value)))];
    }

    private static Origin Origin(KeptActivity kept, string source, string file, string language)
    {
        var by = kept.Activity.ReportingOrganisation;
        var updated = kept.Activity.Settings.FirstOrDefault(each => each.Key == "last-updated-datetime").Value;
        var asOf = updated is { Length: >= 10 } && PartialDate.TryParse(updated.AsSpan(0, 10), out var day) ? day : PartialDate.FromDateOnly(DateOnly.FromDateTime(kept.RecordedAt.UtcDateTime));
        var name = First(by.Names);
        return new Origin(
            new Provenance(source == by.Ref && name.Length > 0 ? $"{name} ({by.Ref})" : source, asOf, kept.Confidence), "", Tlp.Clear, language,
            new Stamp(kept.Id, "", kept.Version, kept.RecordedAt, kept.ByName, kept.IsExercise))
        { File = file };
    }

    private static Origin Block(KeptActivity kept, string block, string language) =>
        kept.Blocks.TryGetValue(block, out var origin) ? Origin(kept, origin.Source, origin.File, language[..2].ToLowerInvariant()) : Origin(kept, kept.Source, kept.File, language[..2].ToLowerInvariant());

    // A schema's date may carry a zone behind the day.
    private static PartialDate? Day(string? day) => day is { Length: >= 10 } && PartialDate.TryParse(day.AsSpan(0, 10), out var date) ? date : null;

    private static PartialDate? Date(IatiActivity activity, string type) => Day(activity.Dates.FirstOrDefault(each => each.Type == type).Day);

    private static string First(Narratives narratives) => narratives.Texts is [var first, ..] ? first.Text.Trim() : "";

    private static string Name(Party party) => First(party.Names) is { Length: > 0 } name ? name : party.Ref ?? "";

    private static Dictionary<string, IReadOnlyList<string>> Participants(IatiActivity activity)
    {
        var roles = new Dictionary<string, IReadOnlyList<string>>();
        for (var role = 0; role < EntryLines.Roles.Count; role++)
        {
            var code = (role + 1).ToString(CultureInfo.InvariantCulture);
            var names = activity.Participants.Where(party => party.Role == code).Select(Name).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (names.Count > 0) roles[EntryLines.Roles[role]] = names;
        }

        return roles;
    }

    private (IReadOnlyList<Share> States, IReadOnlyList<Share> Others) Recipients(IatiActivity activity)
    {
        // The standard lets an activity leave recipients to its transactions; then their shares are not said.
        var countries = activity.Countries.Count > 0 ? activity.Countries : [.. activity.Transactions.Select(each => each.Country).OfType<Model.Share>().Select(each => each with { Percentage = null })];
        var regions = activity.Regions.Count > 0 ? activity.Regions : [.. activity.Transactions.Select(each => each.Region).OfType<Model.Share>().Select(each => each with { Percentage = null })];
        var alone = countries.Select(each => each.Code).Concat(regions.Select(each => each.Code)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() == 1;
        var known = Summed(countries.Where(each => Is(each.Code)).Select(each => ("", CountryCode.Parse(each.Code).ToString(), each.Percentage)), alone);
        var others = Summed(countries.Where(each => !Is(each.Code)).Concat(regions).Select(each => (each.Vocabulary ?? "", each.Code, each.Percentage)), alone);
        return (known, others);
    }

    private bool Is(string code) => CountryCode.TryParse(code, out var state) && _states.Contains(state);

    private List<Share> Sectors(IatiActivity activity)
    {
        var named = activity.Sectors.Count > 0 ? activity.Sectors : [.. activity.Transactions.SelectMany(each => each.Sectors).Select(each => each with { Percentage = null })];
        var all = named.GroupBy(Vocabulary).SelectMany(group => Summed(group.Select(each => (group.Key, each.Code, each.Percentage)), group.Select(each => each.Code).Distinct(StringComparer.Ordinal).Take(2).Count() == 1)).ToList();

        // Purposes that we derived from topics when the activity was exported say nothing more than the topics.
        var derived = Purposes(all.Where(share => share.Vocabulary == OwnVocabularies.Own), library);
        var purposes = all.Where(share => share.Vocabulary == "1").ToList();
        return derived is not null && derived.Count == purposes.Count && derived.All(purposes.Contains) ? [.. all.Where(share => share.Vocabulary != "1")] : all;
    }

    // A code of vocabulary 99 is a topic of ours only where the publisher says so; the same letters of somebody else mean something else.
    private string Vocabulary(Model.Share sector) => sector.Vocabulary is not OwnVocabularies.Own ? sector.Vocabulary ?? "1"
        : sector.VocabularyUri == OwnVocabularies.Topics && library.Topic(sector.Code) is not null ? OwnVocabularies.Own : $"99 {sector.VocabularyUri}".TrimEnd();

    /// <summary>Each code once with its whole share; what stands alone is all of it, as the standard says.</summary>
    private static List<Share> Summed(IEnumerable<(string Vocabulary, string Code, decimal? Percent)> shares, bool alone) =>
        [.. shares.GroupBy(each => (each.Vocabulary, each.Code)).Select(group => new Share(group.Key.Vocabulary, group.Key.Code, group.Any(each => each.Percent is not null) ? group.Sum(each => each.Percent ?? 0) : alone ? 100 : null))];

    private static IEnumerable<Spending> Money(KeptActivity kept, IatiActivity activity, string language)
    {
        var currency = activity.Settings.FirstOrDefault(each => each.Key == "default-currency").Value ?? "";
        Spending Line(string id, string type, Amount amount, PartialDate start, PartialDate? end, Party? provider, string? tied, Origin origin) =>
            new($"{kept.Id}.{id}", kept.Id, type, amount.Value, amount.Currency ?? currency, start, end, provider is null ? "" : Name(provider), tied ?? "", origin);

        foreach (var (block, type, lines) in new[] { ("budget", "budget", activity.Budgets), ("planned-disbursement", "planned", activity.PlannedDisbursements) })
        {
            var origin = Block(kept, block, language);
            var at = 0;
            foreach (var line in Current(lines, currency))
            {
                at++;
                if (Day(line.Start) is { } start) yield return Line($"{type}-{at}", type, line.Amount, start, Day(line.End), line.Provider, null, origin);
            }
        }

        var paid = Block(kept, "transaction", language);
        for (var at = 0; at < activity.Transactions.Count; at++)
        {
            var line = activity.Transactions[at];
            if (Day(line.Day) is { } day) yield return Line($"transaction-{at + 1}", Type(line.Type), line.Amount, day, null, line.Provider, line.Terms.Tied, paid);
        }
    }

    private static string Type(string code) => code switch { "2" => "commitment", "3" => "disbursement", "4" => "expenditure", _ => "iati-" + code };

    /// <summary>Of a period that was revised, only what it was revised to: both stand in the file, and adding them would count the money twice.</summary>
    private static IEnumerable<Budget> Current(IEnumerable<Budget> lines, string currency) => lines.GroupBy(line => (line.Start, line.End, Currency: line.Amount.Currency ?? currency))
        .SelectMany(period => period.Any(line => line.Type == "2") ? period.Where(line => line.Type == "2") : period);
}
