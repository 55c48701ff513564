using System.Globalization;
using System.Resources;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.WeakLinks.Answers;
using Noroshi.WeakLinks.Studies;
using Noroshi.WeakLinks.Ui;

namespace Noroshi.WeakLinks.Papers;

/// <summary>Words and figures of a study in one language: the same on pages and on paper.</summary>
internal sealed class StudyWords(IStateNames names, CultureInfo culture, RiskStudy? study = null)
{
    private static readonly ResourceManager _words = new(typeof(WeakLinksText));

    internal CultureInfo Culture => culture;

    /// <summary>A word where no service is at hand.</summary>
    internal static string Word(string key) => _words.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    internal string this[string key] => _words.GetString(key, culture) ?? key;

    internal string Say(string key, params object[] parts) => string.Format(culture, this[key], parts);

    /// <summary>A word that is only there for what is known; else what was given itself.</summary>
    internal string Known(string prefix, string name) => _words.GetString(prefix + name, culture) ?? name;

    /// <summary>Money to three figures or so.</summary>
    internal string Money(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : Math.Abs(value) >= 10 ? "N1" : "N2", culture);

    internal string Percent(double share) => (share * 100).ToString(share is > 0 and < 0.1 ? "0.0" : "0", culture) + (culture.TwoLetterISOLanguageName == "ja" ? "%" : " %");

    /// <summary>A share that is not known is said to be unknown.</summary>
    internal string PercentOrUnknown(double? share) => share is { } known ? Percent(known) : this["Unknown"];

    internal string Owner(string owner) => owner.Length == 0 ? "–" : CountryCode.TryParse(owner, out var state) && names.Codes.Contains(state) ? names.NameOf(state, culture) : owner;

    internal string Owners(IEnumerable<string> owners) => string.Join(this["Comma"], owners.Select(Owner)) is { Length: > 0 } said ? said : "–";

    /// <summary>What a node or project is called in the reader's language, else in the other; its id where it has no name.</summary>
    internal string Name(string id) => study?.Names?.GetValueOrDefault(id) is { } called ? (culture.TwoLetterISOLanguageName == "ja" ? called.Japanese ?? called.English : called.English ?? called.Japanese) ?? id : id;

    /// <summary>The id beside the name, where they differ.</summary>
    internal string? IdBeside(string id) => Name(id) == id ? null : id;

    /// <summary>Names of nodes joined by arrows.</summary>
    internal string Way(IEnumerable<string> ids) => string.Join(" → ", ids.Select(Name));

    /// <summary>A sector, or a class of edges, in words where it is a usual one.</summary>
    internal string Kind(string name) => Known("Of_", name);

    internal string Ids(IEnumerable<string> ids) => string.Join(this["Comma"], ids.Select(Name)) is { Length: > 0 } said ? said : "–";

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "Z";

    internal string Viewpoint(RiskStudy study) => Known("View_", study.Analysis.Viewpoint);

    /// <summary>A way in words: where it begins, by what, to where.</summary>
    internal string Route(IReadOnlyList<string>? nodes) => nodes switch
    {
        null or { Count: 0 } => this["NoRoute"],
        [var only] => Name(only),
        [var first, var last] => Say("RouteDirect", Name(first), Name(last)),
        _ => Say("RouteWords", Name(nodes[0]), Way(nodes.Skip(1).SkipLast(1)), Name(nodes[^1])),
    };

    internal string Between(double low, double high) => Say("FromTo", Money(low), Money(high));

    internal string BetweenShares(double low, double high) => Say("FromTo", Percent(low), Percent(high));

    internal string Band(double share) => this["Band_" + ShareBands.Of(share)];

    /// <summary>The headline on whether the study bears a decision, and why.</summary>
    internal (string Title, string Text) Verdict(SensitivityAnswer sensitivity) => sensitivity switch
    {
        { Decision: true } => (this["Holds"], Say("HoldsText", Percent(sensitivity.LowestOverlap))),
        { Risk.Mean: <= 0 } => (this["NoDecision"], this["NoRiskText"]),
        _ => (this["NoDecision"], Say("NoDecisionText", Percent(sensitivity.LowestOverlap), Percent(sensitivity.LeastOverlap))),
    };

    internal string RiskNote(RiskStudy study) => Say("RiskNote", Money(study.Analysis.Risk.Low), Money(study.Analysis.Risk.High), Money(study.Range.Low), Money(study.Range.High), study.Range.Draws);

    internal string Variant(SensitivityAnswer.Changed variant) => variant.Kind switch
    {
        "susceptibility" => Say("Kind_susceptibility", this[variant.Name]),
        "ranges" => Say("Kind_ranges", this[variant.Name]),
        "value" => ValueOf(variant.Name),
        "maturity at worst" => Say("Kind_worst", variant.Name),
        "maturity at best" => Say("Kind_best", variant.Name),
        "source left out" => Say("Kind_source", variant.Name),
        "class left out" => Say("Kind_class", Kind(variant.Name)),
        _ => this["Kind_worlds"],
    };

    internal string Parameter(string parameter) => parameter.Split(':', 2) switch
    {
        ["susceptibility"] => this["Par_susceptibility"],
        ["ranges"] => this["Par_ranges"],
        ["class", var name] => Say("Par_class", Kind(name)),
        [_, var name] => Say("Par_value", Kind(name)),
        _ => parameter,
    };

    /// <summary>The exchange that the full model prefers; null where there is none.</summary>
    internal string? LookTwice(AllocationAnswer plan) => plan.Exchange switch
    {
        null => null,
        { Leave: { } leave } other => Say("LookTwice", other.Enter, leave, Money(other.RemovesMore.Mean)),
        { } added => Say("LookTwiceAdded", added.Enter, Money(added.RemovesMore.Mean)),
    };

    internal string Bound(AllocationAnswer plan) => plan.Gap < 0.0005 ? Say("BoundExact", Percent(plan.Surrogate.Covered)) : Say("BoundText", AtLeast(1 - plan.Gap), Percent(plan.Surrogate.Covered));

    /// <summary>The unit of the objective.</summary>
    internal string ObjectiveUnit(AllocationAnswer plan) => this[plan.Surrogate.Unit == MoneyFigure.Yearly ? "UnitYear" : "UnitShare"];

    internal string GoalUnit(AllocationAnswer.GoalReached goal) => this[goal.Goal switch
    {
        "economy" => "UnitMoney",
        "majority" => "UnitEta",
        _ => "UnitYear",
    }];

    /// <summary>Whether effects of projects stand as stated, or as learnt from recorded ones; null where they stand as stated.</summary>
    internal string? Learnt(AllocationAnswer plan) => plan.Effects is { Basis: AllocationAnswer.EffectBasis.Learnt } effects
        ? Say("EffectsLearnt", effects.Projects, Percent(effects.Factor), Percent(effects.Low), Percent(effects.High))
        : null;

    /// <summary>A change of a share in percentage points.</summary>
    internal string Points(double change) => (change * 100).ToString("+0.0;−0.0;±0.0", culture) + " pt";

    /// <summary>Whether a project is proposed; null where it was no candidate.</summary>
    internal string Chosen(bool? chosen) => this[chosen switch { true => "IsFunded", false => "IsCut", _ => "NoCandidate" }];

    /// <summary>How a study was asked, in words where it is one of the usual.</summary>
    internal string Setting(string text) => text.Length == 0 ? "–" : _words.GetString(text, culture) ?? Known("View_", text);

    /// <summary>A number with its range.</summary>
    internal string Number(NumberUsed number) => Figure(number.Value) + (number is { Low: { } low, High: { } high } ? $" ({Say("FromTo", Figure(low), Figure(high))})" : "");

    // "ex-jp-nuclear −50 %": a node, and by how much its value is changed.
    private string ValueOf(string name) => name.Split(' ') is [.. var id, var change, "%"] ? Say("Kind_value", Name(string.Join(' ', id)), change + " %") : name;

    private string Figure(double value) => value.ToString("0.###", culture);

    // Rounded down: at least is at least.
    private string AtLeast(double share) => (Math.Floor(share * 1000) / 10).ToString("0.0", culture) + (culture.TwoLetterISOLanguageName == "ja" ? "%" : " %");

    /// <summary>What the tied-aid rule costs, and how much is tied.</summary>
    internal (string Figure, string? Unit, string Note) Tied(AllocationAnswer plan) => plan.Tied is { Price: { } price, Most: { } most }
        ? (plan.Surrogate.Unit == MoneyFigure.Yearly ? Money(price) : Percent(price), ObjectiveUnit(plan), Say("TiedPriceNote", Percent(most), PercentOrUnknown(plan.Tied.Share)))
        : (this["NoTiedRule"], null, Say("NoTiedRuleNote", PercentOrUnknown(plan.Tied.Share)));
}
