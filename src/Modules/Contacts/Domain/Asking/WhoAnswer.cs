namespace Noroshi.Contacts.Domain;

/// <summary>Everybody to call, best first; where nobody holds the function, who else of that state can be asked.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Lines">Points with the function asked for, best first.</param>
/// <param name="Others">Only where <paramref name="Lines"/> is empty: points of that state with other functions, offered as such.</param>
internal sealed record WhoAnswer(WhoQuestion Question, IReadOnlyList<WhoLine> Lines, IReadOnlyList<WhoLine> Others);
