using Noroshi.Capacity.Matching;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What a list of the registry is narrowed to.</summary>
/// <remarks>
/// <c>State</c>: Unknown for all.<br/>
/// <c>IsOpen</c>: Needs and offers that have not lapsed, projects that run, assessments that are not old.
/// </remarks>
internal sealed record RegistryFilter(string Text, CountryCode State, string? Topic, string? Model, string? Status, bool IsOpen)
{
    internal IEnumerable<Assessment> Of(IEnumerable<Assessment> all, DateOnly today) => all.Where(one =>
        (!State.IsKnown || one.State == State) && (Model is null || one.Model.Id == Model) && (!IsOpen || !one.IsOld(today)) && CapacityAsk.Finds(Text, one.Id, one.Assessor, one.Text, one.Model.Id, one.Model.Name.En, one.Model.Name.Ja));

    internal IEnumerable<Need> Of(IEnumerable<Need> all, DateOnly today) => all.Where(one =>
        (!State.IsKnown || one.State == State) && (Topic is null || one.Topic == Topic) && (!IsOpen || one.IsOpen(today)) && CapacityAsk.Finds(Text, one.Id, one.Title, one.Text));

    internal IEnumerable<Offer> Of(IEnumerable<Offer> all, DateOnly today) => all.Where(one =>
        (!State.IsKnown || one.States.Count == 0 || one.States.Contains(State)) && (Topic is null || one.Topics.Contains(Topic)) && (!IsOpen || one.IsOpen(today)) && CapacityAsk.Finds(Text, one.Id, one.Title, one.Text, one.Organisation));

    internal IEnumerable<Project> Of(IEnumerable<Project> all, DateOnly today) => all.Where(one =>
        (!State.IsKnown || one.States.Contains(State)) && (Topic is null || one.Topics.Contains(Topic)) && (Status is null || one.Status == Status) && (!IsOpen || one.IsRunning(today))
        && CapacityAsk.Finds(Text, one.Id, one.Identifier, one.Title, one.Text, string.Join(' ', one.Organisations)));

    internal bool Holds(OverlapPair pair) =>
        (!State.IsKnown || pair.SharedStates.Contains(State.ToString())) && CapacityAsk.Finds(Text, pair.First.Id, pair.Second.Id, pair.First.Title, pair.Second.Title);
}
