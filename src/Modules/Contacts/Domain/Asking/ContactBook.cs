using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>The whole directory at one moment, ours and what peers sent. Immutable.</summary>
internal sealed class ContactBook
{
    private readonly Dictionary<string, Body> _bodies;
    private readonly Dictionary<string, ContactPoint> _points;
    private readonly ILookup<string, ContactPoint> _byBody;
    private readonly ILookup<CountryCode, ContactPoint> _byState;

    internal ContactBook(IReadOnlyList<Body> bodies, IReadOnlyList<ContactPoint> points)
    {
        Bodies = bodies;
        Points = points;
        _bodies = bodies.ToDictionary(body => body.Id, StringComparer.Ordinal);
        _points = points.ToDictionary(point => point.Id, StringComparer.Ordinal);
        _byBody = points.ToLookup(point => point.BodyId, StringComparer.Ordinal);
        _byState = points.ToLookup(StateOf);
        States = [.. bodies.Select(body => body.State).Where(state => state.IsKnown).Distinct().Order()];
    }

    internal static ContactBook Empty { get; } = new([], []);

    internal IReadOnlyList<Body> Bodies { get; }

    /// <summary>All, also the retired ones and those outside their validity.</summary>
    internal IReadOnlyList<ContactPoint> Points { get; }

    /// <summary>States of which there is an organisation, in code order.</summary>
    internal IReadOnlyList<CountryCode> States { get; }

    internal Body? Body(string id) => _bodies.GetValueOrDefault(id);

    internal Body BodyOf(ContactPoint point) => _bodies[point.BodyId];

    internal CountryCode StateOf(ContactPoint point) => BodyOf(point).State;

    internal ContactPoint? Point(string id) => _points.GetValueOrDefault(id);

    internal IEnumerable<ContactPoint> PointsOf(Body body) => _byBody[body.Id];

    internal IEnumerable<ContactPoint> PointsOf(CountryCode state) => _byState[state];

    /// <summary>The part of the book about one state: what an operator sees.</summary>
    internal ContactBook Only(CountryCode state)
    {
        var bodies = Bodies.Where(body => body.State == state).ToList();
        return new ContactBook(bodies, [.. Points.Where(point => StateOf(point) == state)]);
    }
}
