using Noroshi.Capacity.Iati.Checking;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>What is said about a file, as JSON.</summary>
/// <param name="Valid">Whether it is a file of IATI 2.03.</param>
/// <param name="Read">Whether all of it could be read.</param>
/// <param name="Records">How many activities or organisations it holds, as far as it was read.</param>
/// <param name="Errors">What makes it invalid, in the order of the file.</param>
/// <param name="MoreErrors">Errors that are counted but not listed.</param>
/// <param name="Warnings">Advice of the standard.</param>
/// <param name="MoreWarnings">Warnings that are counted but not listed.</param>
internal sealed record ValidateAnswer(bool Valid, bool Read, long Records, IReadOnlyList<IatiFinding> Errors, long MoreErrors, IReadOnlyList<IatiFinding> Warnings, long MoreWarnings)
{
    internal static ValidateAnswer Of(IatiVerdict verdict, (IReadOnlyList<IatiFinding> Errors, long Count)? xsd)
    {
        IReadOnlyList<IatiFinding> errors = [.. verdict.Errors, .. xsd?.Errors ?? []];
        var count = verdict.ErrorCount + (xsd?.Count ?? 0);
        return new ValidateAnswer(count == 0, verdict.WasRead, verdict.Records, errors, count - errors.Count, verdict.Warnings, verdict.WarningCount - verdict.Warnings.Count);
    }
}
