using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What an organisation offers.</summary>
/// <remarks>
/// <c>States</c>: To which; none for any.<br/>
/// <c>IsOdaOnly</c>: Only to recipients of official development assistance.<br/>
/// <c>Places</c>: How many projects it can carry at once.
/// </remarks>
internal sealed record Offer(string Id, string Title, string Text, string Organisation, IReadOnlyList<string> Topics, IReadOnlyList<CountryCode> States, bool IsOdaOnly, IReadOnlyList<string> Languages, PartialDate? Since, PartialDate? Until, int Places, Origin Origin)
{
    internal bool IsOpen(DateOnly today) => Until is not { } until || until.Last >= today;
}
