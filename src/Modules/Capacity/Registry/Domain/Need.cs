using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What a state needs.</summary>
/// <remarks>
/// <c>Topic</c>: Code of vocabulary 99.<br/>
/// <c>Priority</c>: 1 is most urgent.<br/>
/// <c>Languages</c>: In which help can be taken; none for any.<br/>
/// <c>Assessment</c>: Id of the assessment that shows it; empty where none is named.
/// </remarks>
internal sealed record Need(string Id, string Title, string Text, CountryCode State, string Topic, int Priority, PartialDate? Until, IReadOnlyList<string> Languages, string Assessment, Origin Origin)
{
    internal bool IsOpen(DateOnly today) => Until is not { } until || until.Last >= today;
}
