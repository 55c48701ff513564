using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Store;

/// <summary>An activity as it is kept.</summary>
/// <param name="Activity">What it says.</param>
/// <param name="Version">How often it was taken over, from 1.</param>
/// <param name="Source">Who said the latest of it.</param>
/// <param name="File">From which file that came.</param>
/// <param name="Blocks">Where each financial block came from; a block that nobody gave has no entry.</param>
/// <param name="IsExercise">Whether it is part of an exercise.</param>
/// <param name="RecordedAt">When it was taken over.</param>
internal sealed record KeptActivity(IatiActivity Activity, long Version, string Source, string File, IReadOnlyDictionary<string, BlockOrigin> Blocks, bool IsExercise, DateTimeOffset RecordedAt);
