using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>The positions that statements tell of, by state and topic.</summary>
internal sealed class Positions
{
    private readonly Dictionary<(CountryCode State, string Topic), Position> _positions;

    /// <remarks>
    /// <c>Statements</c>: Statements up to the day asked for.
    /// </remarks>
    internal Positions(IEnumerable<Statement> statements, GroupMembers groups)
    {
        var said = statements.SelectMany(one => one.State.IsKnown
            ? [(one.State, Group: "", Statement: one)]
            : one.Group.Length > 0 ? groups.Of(one.Group, one.Date).Select(member => (State: member, one.Group, Statement: one)) : []);
        _positions = said.GroupBy(one => (one.State, one.Statement.Topic)).ToDictionary(
            group => group.Key,
            group => new Position(
                group.Key.State,
                group.Key.Topic,
                [.. group.Where(one => one.Statement.Stance is not null).OrderByDescending(one => one.Statement.Date).ThenBy(one => one.Statement.Id, StringComparer.Ordinal).Select(one => new HeldStance(one.Statement, one.Group))],
                [.. group.Where(one => one.Statement.Stance is null && one.Group.Length == 0).Select(one => one.Statement).OrderByDescending(one => one.Date)]));
    }

    /// <summary>Null where nothing is recorded, which says nothing about the state.</summary>
    internal Position? Of(CountryCode state, string topic) => _positions.GetValueOrDefault((state, topic));

    /// <summary>The positions of one state in the order of the topics.</summary>
    internal IEnumerable<Position> Of(CountryCode state, IEnumerable<Topic> topics) => topics.Select(topic => Of(state, topic.Id)).OfType<Position>();

    /// <summary>Every state with a stance on the topic.</summary>
    internal IEnumerable<Position> On(string topic) => _positions.Values.Where(position => position.Topic == topic && position.Evidence.Count > 0);

    /// <summary>States whose own statements are recorded, those with most first.</summary>
    internal IReadOnlyList<CountryCode> Speakers => [.. _positions.Values.GroupBy(position => position.State)
        .Select(group => (State: group.Key, Own: group.Sum(position => position.Evidence.Count(held => !held.IsInherited))))
        .Where(one => one.Own > 0).OrderByDescending(one => one.Own).ThenBy(one => one.State.ToString(), StringComparer.Ordinal).Select(one => one.State)];
}
