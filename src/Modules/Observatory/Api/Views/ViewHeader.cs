namespace Noroshi.Observatory.Api;

/// <summary>What every answer says about itself: the period, the unit, whether research is in it, and where to find it again.</summary>
internal sealed record ViewHeader(string Unit, DateTimeOffset From, DateTimeOffset To, bool Research, string Permalink)
{
    internal static ViewHeader Of(ViewQuery view) => new(
        Vocabulary.Of(Vocabulary.Units, view.Filter.Unit), view.Filter.From, view.Filter.To, view.Filter.IncludeResearch, "/observatory" + view.Permalink());
}
