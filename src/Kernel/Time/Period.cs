namespace Noroshi.Kernel;

/// <summary>From a first day to a last day, both included and each perhaps known only to the month or the year.</summary>
/// <param name="Since">First day; <c>null</c> when not known.</param>
/// <param name="Until">Last day; <c>null</c> while it lasts.</param>
public readonly record struct Period(PartialDate? Since, PartialDate? Until)
{
    /// <summary>False when the end lies before the beginning however the open parts are read.</summary>
    public bool IsPossible => Since is not { } since || Until is not { } until || since.First <= until.Last;

    /// <summary>Whether the day lies inside; unknown where the facts are too coarse to tell.</summary>
    public Truth Contains(DateOnly day)
    {
        var begun = Since is not { } since ? Truth.Unknown : day >= since.Last ? Truth.Yes : day < since.First ? Truth.No : Truth.Unknown;
        var lasting = Until is not { } until || day <= until.First ? Truth.Yes : day > until.Last ? Truth.No : Truth.Unknown;
        return begun < lasting ? begun : lasting;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Since}/{Until}";
}
