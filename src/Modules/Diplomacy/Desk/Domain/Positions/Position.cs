using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Where a state stands on a topic, as far as the record tells: dated evidence, never one value alone.</summary>
/// <remarks>
/// <c>Evidence</c>: Stances, latest first.<br/>
/// <c>Silent</c>: Statements on the topic that took no position, latest first.
/// </remarks>
internal sealed record Position(CountryCode State, string Topic, IReadOnlyList<HeldStance> Evidence, IReadOnlyList<Statement> Silent)
{
    /// <summary>
    /// What the latest evidence says. The state's own words come before those of a group; of one day there may be several, and a state may
    /// hold two positions at once.
    /// </summary>
    internal IReadOnlyList<HeldStance> Latest { get; } = LatestOf(Evidence);

    /// <summary>The latest stances as a set, rising; empty where none is known.</summary>
    internal IReadOnlyList<int> Stances => [.. Latest.Select(held => held.Stance).Distinct().Order()];

    /// <summary>1, -1 or 0 where the latest evidence is of one sign; null where none is known or it points both ways.</summary>
    internal int? Side => Stances.Select(Math.Sign).Distinct().ToList() is [var one] ? one : null;

    /// <summary>The last own stance before the latest that differs from it: where the state moved from.</summary>
    internal HeldStance? MovedFrom => Latest is [{ IsInherited: false } now] ? Evidence.FirstOrDefault(held => !held.IsInherited && held.Statement.Date < now.Statement.Date && held.Stance != now.Stance) : null;

    private static List<HeldStance> LatestOf(IReadOnlyList<HeldStance> evidence)
    {
        var own = evidence.Where(held => !held.IsInherited).ToList();
        var among = own.Count > 0 ? own : [.. evidence];
        return [.. among.Where(held => held.Statement.Date == among[0].Statement.Date)];
    }
}
