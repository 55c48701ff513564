using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Features;

/// <summary>What a search was understood to mean.</summary>
/// <param name="States">States named, in the order found.</param>
/// <param name="Functions">Functions named.</param>
/// <param name="Bodies">Organisations whose names hold the other words; empty where there were none.</param>
/// <param name="Unknown">Words that mean nothing here.</param>
internal sealed record SearchMeaning(IReadOnlyList<CountryCode> States, IReadOnlyList<ContactFunction> Functions, IReadOnlyList<Body> Bodies, IReadOnlyList<string> Unknown)
{
    private const int MostQuestions = 12;

    internal bool IsEmpty => States.Count + Functions.Count + Bodies.Count == 0;

    /// <summary>The questions that this asks of the book: each state with each function, or with those it has.</summary>
    internal IReadOnlyList<WhoQuestion> Questions(ContactBook book, DateTimeOffset at, IReadOnlyList<string> languages)
    {
        if (Bodies.Count > 0) return [];
        IEnumerable<CountryCode> states = States.Count > 0 ? States : Functions.Count > 0 ? book.States.Where(state => book.PointsOf(state).Any(point => Functions.Contains(point.Function) && point.IsValidAt(at))) : [];
        var pairs = from state in states
                    from function in Functions.Count > 0 ? Functions : HeldBy(book, state, at)
                    select new WhoQuestion(state, function, at, languages);
        return [.. pairs.Take(MostQuestions)];
    }

    /// <summary>The valid points of the organisations meant, narrowed by state and function where those were named too.</summary>
    internal IReadOnlyList<ContactPoint> Points(ContactBook book, DateTimeOffset at) =>
        [.. Bodies.Where(body => States.Count == 0 || States.Contains(body.State))
            .SelectMany(book.PointsOf)
            .Where(point => point.IsValidAt(at) && (Functions.Count == 0 || Functions.Contains(point.Function)))
            .Take(MostQuestions)];

    // A state without any point still gets its honest answer: one question that finds nothing.
    private static IEnumerable<ContactFunction> HeldBy(ContactBook book, CountryCode state, DateTimeOffset at) =>
        ContactWords.Functions.Select(pair => pair.Function).Where(function => book.PointsOf(state).Any(point => point.Function == function && point.IsValidAt(at))).DefaultIfEmpty(ContactFunction.Network);
}
