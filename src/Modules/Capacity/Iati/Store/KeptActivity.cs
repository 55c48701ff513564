using System.Globalization;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>An activity as it is kept.</summary>
/// <param name="Activity">What it says.</param>
/// <param name="Version">How often it was taken over, from 1.</param>
/// <param name="Source">Who said the latest of it.</param>
/// <param name="File">From which file that came.</param>
/// <param name="Blocks">Where each financial block came from; a block that nobody gave has no entry.</param>
/// <param name="IsExercise">Whether it is part of an exercise.</param>
/// <param name="RecordedAt">When it was taken over.</param>
/// <param name="Confidence">How far it may be relied on, as the person said who took it over.</param>
internal sealed record KeptActivity(
    IatiActivity Activity, long Version, string Source, string File, IReadOnlyDictionary<string, BlockOrigin> Blocks, bool IsExercise, DateTimeOffset RecordedAt, Confidence Confidence)
{
    /// <summary>By which the activity is cited; 0 before it is kept.</summary>
    public long Number { get; init; }

    /// <summary>Who took it over, as the name was shown on that day.</summary>
    public string ByName { get; init; } = "";

    /// <summary>As it is cited: <c>I-12</c>.</summary>
    internal string Id => "I-" + Number.ToString(CultureInfo.InvariantCulture);
}
