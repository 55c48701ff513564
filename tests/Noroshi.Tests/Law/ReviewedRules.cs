using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law;

/// <summary>The reviewed rules, compiled once, and the engine over them.</summary>
internal static class ReviewedRules
{
    internal static LegalRules Rules { get; } = LegalRules.Compile(ReviewedLaw.Book);

    internal static Vocabulary Vocabulary => Rules.Vocabulary;

    internal static LawBook Book => ReviewedLaw.Book;

    internal static LegalEngine Engine { get; } = new(Rules, ReviewedLaw.Register, ReviewedLaw.States);
}
