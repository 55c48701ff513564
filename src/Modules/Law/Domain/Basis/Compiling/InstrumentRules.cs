namespace Noroshi.Law.Domain;

/// <summary>The rules of one instrument (or family of agreements) within a plan, and what they do to one another.</summary>
internal sealed class InstrumentRules
{
    public InstrumentRules(string name, CompiledCondition? guard, IReadOnlyList<CompiledRule> all, Measure measure)
    {
        (Name, Guard) = (name, guard);
        Rules = [.. Enumerable.Range(0, all.Count).Where(i => all[i].Rule.Instrument == name)];
        bool Own(int i) => all[i].Rule.Measure == measure.Id;
        Relation[] Relate(Func<int, bool> rule, Func<int, int, bool> reaches) =>
            [.. Rules.Where(rule).Select(i => new Relation(i, [.. Rules.Where(j => j != i && reaches(i, j))])).Where(relation => relation.Targets.Length > 0)];

        // What the closed list of the measure names stays open, in part or whole: 40(21)(b) keeps 40(21).
        var lists = Rules.Where(i => all[i].ClosesList && Own(i)).ToList();
        var listed = Rules.Where(j => all[j].Kind == RuleKind.Refusal && lists.Any(i =>
            Provision.AnyCovers(all[i].Named, all[j].Provisions) || Provision.AnyCovers(all[j].Provisions, all[i].Named))).ToHashSet();

        Scopes = Relate(i => all[i].LimitsOffences, (i, j) => all[j].Kind == RuleKind.Entitlement && (all[i].Rule.Measure == "*" || all[j].Rule.Measure == all[i].Rule.Measure));
        Displacements = Relate(i => all[i].Displaces, (i, j) => !all[j].Displaces && !listed.Contains(j) && Provision.AnyCovers(all[i].Named, all[j].Provisions));
        Bars = Relate(i => all[i].Bars || all[i].Excludes, (i, j) => all[j].Kind == RuleKind.Entitlement && all[j].Rule.Measure == all[i].Rule.Measure);
        ClosedLists = Relate(i => all[i].ClosesList && Own(i), (_, j) => all[j].Kind == RuleKind.Refusal && !Own(j) && !listed.Contains(j));
        ForcedChannels = Relate(i => all[i].ForcesChannel && all[i].Provisions.Count > 0, (i, j) =>
            all[j].Kind == RuleKind.Channel && all[j].Provisions.Count > 0 && all[j].Provisions.All(all[i].Provisions[0].Parent.Covers));
        OwnBases = [.. Rules.Where(i => all[i].IsBasis && Own(i))];
        GeneralBases = [.. Rules.Where(i => all[i].IsBasis && !Own(i))];
        OneSided = Rules.Any(i => all[i].SaysWhoIsBound);
    }

    /// <summary>As the rules name it: <c>ETS185</c>, <c>MLAT-*</c>, <c>COMITY</c>.</summary>
    public string Name { get; }

    /// <summary>What all its rules presuppose; null where nothing must be in force (comity).</summary>
    public CompiledCondition? Guard { get; }

    /// <summary>Positions of its rules in the plan.</summary>
    public int[] Rules { get; }

    /// <summary>Limits of offences and the rights they limit.</summary>
    public Relation[] Scopes { get; }

    /// <summary>Rules of precedence and what they set aside.</summary>
    public Relation[] Displacements { get; }

    /// <summary>Reservations and prohibitions and the rights they take away.</summary>
    public Relation[] Bars { get; }

    /// <summary>Closed lists of the measure and the general grounds that they leave out.</summary>
    public Relation[] ClosedLists { get; }

    /// <summary>Declared channels and the channels that they close.</summary>
    public Relation[] ForcedChannels { get; }

    /// <summary>Rights made for the measure.</summary>
    public int[] OwnBases { get; }

    /// <summary>Rights that are there for every measure.</summary>
    public int[] GeneralBases { get; }

    /// <summary>True where some rule can speak although only one side is bound.</summary>
    public bool OneSided { get; }

    /// <summary>True for agreements between two sides, whose families overlap: <c>MLAT-*</c> and <c>MLAT-JP-*</c>.</summary>
    public bool IsFamily => Name.Contains('-', StringComparison.Ordinal) && (Name.EndsWith('*') || Name.StartsWith("MLAT-", StringComparison.Ordinal));

    /// <summary>What its bases are counted under: all mutual assistance treaties together.</summary>
    public string Family => IsFamily ? Name[..Name.IndexOf('-', StringComparison.Ordinal)] : Name;
}
