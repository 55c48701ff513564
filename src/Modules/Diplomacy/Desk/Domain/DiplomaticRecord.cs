using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>What is recorded of the diplomacy of cyberspace: the reviewed reference data and what people of this node entered. Immutable.</summary>
internal sealed record DiplomaticRecord
{
    public IReadOnlyList<Forum> Forums { get; init; } = [];

    /// <summary>Latest first; those without a date last.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public IReadOnlyList<MeetingSession> Sessions { get; init; } = [];

    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<OutcomePoint> Outcomes { get; init; } = [];

    /// <summary>Latest first.</summary>
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    public IReadOnlyList<Progress> Progress { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public IReadOnlyList<Practice> Practices { get; init; } = [];

    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];

    public IReadOnlyList<Strategy> Strategies { get; init; } = [];

    public IReadOnlyList<StateBody> Bodies { get; init; } = [];

    public IReadOnlyList<NotedIncident> Incidents { get; init; } = [];

    public IReadOnlyList<Discrepancy> Discrepancies { get; init; } = [];

    public GroupMembers Groups { get; init; } = new([]);

    internal Forum? Forum(string id) => Forums.FirstOrDefault(one => one.Id == id);

    internal Meeting? Meeting(string id) => Meetings.FirstOrDefault(one => one.Id == id);

    internal Topic? Topic(string id) => Topics.FirstOrDefault(one => one.Id == id);

    internal Measure? Measure(string id) => Measures.FirstOrDefault(one => one.Id == id);

    /// <summary>The promise with what is known of it; null where there is none of that id.</summary>
    internal CommitmentStanding? Commitment(string id) => Commitments.FirstOrDefault(one => one.Id == id) is { } found ? StandingOf(found) : null;

    /// <summary>Every promise with what is known of it, latest first.</summary>
    internal IEnumerable<CommitmentStanding> Standings => Commitments.Select(StandingOf);

    /// <summary>Meetings that name this one as the meeting before them.</summary>
    internal IEnumerable<Meeting> FollowersOf(string meeting) => Meetings.Where(one => one.Follows == meeting);

    /// <summary>What people said up to the end of the day, as positions.</summary>
    internal Positions PositionsOn(DateOnly day) => new(Statements.Where(one => one.Date.First <= day), Groups);

    /// <summary>What a document or another source says differently about a line.</summary>
    internal IEnumerable<Discrepancy> DiscrepanciesOf(string id) => Discrepancies.Where(one => one.About == id);

    /// <summary>The states a promise binds as far as they are listed, and whether the state is among them.</summary>
    internal static bool Concerns(Commitment commitment, CountryCode state) => commitment.States.Contains(state);

    private CommitmentStanding StandingOf(Commitment commitment) => new(
        commitment,
        [.. Progress.Where(one => one.Commitment == commitment.Id).OrderByDescending(one => one.Date).ThenByDescending(one => one.Origin.Stamp?.At)]);
}
