using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Noroshi.Contracts;
using Noroshi.Diplomacy;
using Noroshi.Diplomacy.Brief;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;
using Noroshi.Tests.Law;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>Briefs from invented rooms, over the states of the source tree.</summary>
internal static class Briefs
{
    internal static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    internal static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja-JP");

    private static readonly StateRegister _states = StateRegisterReader.Read(ReviewedLaw.Tables);
    private static readonly NodeOptions _options = new() { DataDirectory = "/nowhere", ReferenceData = "/nowhere", State = "JP", Exercise = true };

    internal static BriefAsking Asking(TimeProvider? clock = null) => new(_states, _options, clock ?? new HeldTimers());

    internal static MakeBrief Of(HeldTimers clock, params IStateProfileSource[] sources) =>
        new(sources, [new DiplomacyModule()], _states, Asking(clock), _options, clock, NullLogger<MakeBrief>.Instance);

    internal static BriefAsk Ask(CultureInfo? language = null) => new(CountryCode.Parse("PH"), new DateOnly(2026, 11, 20), Tlp.Amber, language ?? English);

    internal static ProfileFact Fact(string text) => new(text, "Invented for a test") { AsOf = PartialDate.Parse("2026-10"), Confidence = Confidence.B };
}
