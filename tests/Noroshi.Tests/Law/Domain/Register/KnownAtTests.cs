using FsCheck;
using FsCheck.Fluent;
using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

/// <summary>What was recorded later makes no difference to what was known: hidden and absent are the same.</summary>
public sealed class KnownAtTests
{
    private static readonly Gen<DateOnly> Days = Gen.Choose(new DateOnly(2001, 1, 1).DayNumber, new DateOnly(2027, 6, 1).DayNumber).Select(DateOnly.FromDayNumber);

    [Fact]
    public void On_WhenLaterRecordsAreHidden_AnswersAsIfTheyWereAbsent() => Prop.ForAll(
        (from day in Days from knownAt in Days from instrument in Gen.Elements(ReviewedLaw.Register.Instruments.ToArray()) select (day, knownAt, instrument)).ToArbitrary(),
        asked =>
        {
            var (day, knownAt, instrument) = asked;
            var absent = new TreatyRegister(Without(ReviewedLaw.Book, knownAt));
            foreach (var basis in Enum.GetValues<CountingBasis>())
            {
                var hidden = ReviewedLaw.Register.On(instrument, day, basis, knownAt);
                var without = absent.On(instrument, day, basis);
                hidden.States.ShouldBe(without.States);
                hidden.Territories.ShouldBe(without.Territories);
                hidden.Remarks.ShouldBe(without.Remarks);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void RegisterOn_WhenLaterRecordsAreHidden_AnswersAsIfTheyWereAbsent() => Prop.ForAll(
        (from day in Days from knownAt in Days select (day, knownAt)).ToArbitrary(),
        asked =>
        {
            var (day, knownAt) = asked;
            var hidden = new RegisterOn(ReviewedLaw.Register, ReviewedLaw.States, day, knownAt);
            var absent = new RegisterOn(new TreatyRegister(Without(ReviewedLaw.Book, knownAt)), ReviewedLaw.States, day);
            foreach (var instrument in ReviewedLaw.Register.Instruments) hidden.AllBoundBy(instrument.Id).ShouldBe(absent.AllBoundBy(instrument.Id));
            foreach (var article in new[] { "29(4)", "27(9)(e)", "14(3)", "6(3)" })
            {
                hidden.Texts("reservation", "ETS185", article).ShouldBe(absent.Texts("reservation", "ETS185", article));
                hidden.Texts("declaration", "ETS185", article).ShouldBe(absent.Texts("declaration", "ETS185", article));
            }

            hidden.AssistancePairs.SequenceEqual(absent.AssistancePairs).ShouldBeTrue();
            hidden.ExtraditionPairs.SequenceEqual(absent.ExtraditionPairs).ShouldBeTrue();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void On_WhenAskedWithTheKnowledgeOf2015_DoesNotKnowWhatWasRecordedLater()
    {
        var ets185 = ReviewedLaw.Register.Find("ETS185")!;
        var then = ReviewedLaw.Register.On(ets185, new DateOnly(2011, 11, 30), CountingBasis.Deposited, new DateOnly(2015, 12, 3));
        then.States.ShouldContain(status => status.State == CountryCode.Parse("AL") && status.Status == PartyStatus.Party);
        then.States.ShouldNotContain(status => status.State == CountryCode.Parse("GR"));
        then.Parties.ShouldBeLessThan(32);
    }

    private static LawBook Without(LawBook book, DateOnly knownAt) => book with
    {
        Events = [.. book.Events.Where(fact => Known(fact.Provenance, knownAt))],
        Reservations = [.. book.Reservations.Where(text => Known(text.Provenance, knownAt))],
        Coverages = [.. book.Coverages.Where(coverage => Known(coverage.Provenance, knownAt))],
        Union = [.. book.Union.Where(member => Known(member.Provenance, knownAt))],
    };

    private static bool Known(Provenance provenance, DateOnly knownAt) => provenance.AsOf is not { } asOf || asOf.First <= knownAt;
}
