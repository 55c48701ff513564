using System.Globalization;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Reading;

namespace Noroshi.Tests.Diplomacy.Votes.Packs;

/// <summary>Agreement on the eleven resolutions about information security and cybercrime that were voted on up to session 74.</summary>
public sealed class CyberAgreementTests
{
    private static readonly string[] _resolutions = ["60/45", "61/54", "62/17", "63/37", "71/28", "73/27", "73/187", "73/266", "74/28", "74/29", "74/247"];

    [Fact]
    public void Agreement_WhenOverTheElevenResolutions_IsThatOfTheReference()
    {
        var book = VotePack.All().Book;
        var wanted = _resolutions.ToHashSet(StringComparer.Ordinal);
        using var file = VoteFile.Open(VotePack.Path("reference", "agreement_check.csv"));
        var (a, b, n, agree) = (file.Column("a"), file.Column("b"), file.Column("n"), file.Column("agree"));
        var pairs = 0;
        while (file.Read())
        {
            var (one, other) = (file.Rows.GetString(a), file.Rows.GetString(b));
            var agreement = Agreement.Between(book, book.IndexOf(one), book.IndexOf(other), rollCall => rollCall.IsWhole && wanted.Contains(rollCall.Resolution)).ShouldNotBeNull();
            agreement.Votes.Count.ShouldBe(int.Parse(file.Rows.GetString(n), CultureInfo.InvariantCulture), $"{one}–{other}");
            agreement.Share.ShouldBe(double.Parse(file.Rows.GetString(agree), CultureInfo.InvariantCulture), 1e-12, $"{one}–{other}");
            pairs++;
        }

        pairs.ShouldBe(14);
    }
}
