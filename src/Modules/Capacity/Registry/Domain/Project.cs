using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>A project as IATI 2.03 shapes an activity.</summary>
internal sealed record Project
{
    public required string Id { get; init; }

    /// <summary>IATI identifier; empty where none was given.</summary>
    public string Identifier { get; init; } = "";

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>IATI ActivityStatus, from 1 to 6.</summary>
    public required string Status { get; init; }

    public PartialDate? PlannedStart { get; init; }

    public PartialDate? ActualStart { get; init; }

    public PartialDate? PlannedEnd { get; init; }

    public PartialDate? ActualEnd { get; init; }

    /// <summary>The state that gives; unknown where none is recorded.</summary>
    public CountryCode Donor { get; init; }

    /// <summary>Names of organisations by role: funding, accountable, extending, implementing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Participants { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>States with their shares, summing to 100 where they were entered here.</summary>
    public IReadOnlyList<Share> Recipients { get; init; } = [];

    /// <summary>Regions of an imported activity, and countries that are no state known here.</summary>
    public IReadOnlyList<Share> Regions { get; init; } = [];

    /// <summary>Sectors with their shares, summing to 100 in each vocabulary.</summary>
    public IReadOnlyList<Share> Sectors { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public string Flow { get; init; } = "";

    public string Finance { get; init; } = "";

    public string Aid { get; init; } = "";

    /// <summary>IATI TiedStatus as recorded: 3, 4, 5; empty where not recorded.</summary>
    public string Tied { get; init; } = "";

    /// <summary>Ids of entries.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    public IReadOnlyList<string> Offers { get; init; } = [];

    public IReadOnlyList<string> Assessments { get; init; } = [];

    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Id of the imported activity that it is, or that is the same project: <c>I-12</c>; empty where none is.</summary>
    public string Activity { get; init; } = "";

    /// <summary>Where its financial blocks come from, where an activity was imported.</summary>
    public IReadOnlyList<BlockSource> Blocks { get; init; } = [];

    public required Origin Origin { get; init; }

    /// <summary>The block, where it came with an import and is read-only here.</summary>
    internal BlockSource? Imported(string block) => Blocks.FirstOrDefault(one => one.Block == block && !one.IsEntered);

    internal PartialDate? Start => ActualStart ?? PlannedStart;

    internal PartialDate? End => ActualEnd ?? PlannedEnd;

    internal IEnumerable<CountryCode> States => Recipients.Select(share => CountryCode.Parse(share.Code));

    internal IEnumerable<string> Topics => Sectors.Where(share => share.Vocabulary == "99").Select(share => share.Code);

    /// <summary>Everybody who takes part, once each.</summary>
    internal IEnumerable<string> Organisations => Participants.Values.SelectMany(names => names).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where it is prepared or done: neither closed, cancelled nor suspended, and its end has not passed.</summary>
    internal bool IsRunning(DateOnly today) => Status is "1" or "2" or "3" && (End is not { } end || end.Last >= today);
}
