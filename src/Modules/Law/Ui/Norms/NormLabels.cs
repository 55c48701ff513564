using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;

namespace Noroshi.Law.Ui;

/// <summary>Says levels, kinds and norms in the language of the request.</summary>
internal sealed class NormLabels(IStringLocalizer<NormText> text)
{
    private static readonly ResourceManager _text = new(typeof(NormText));

    internal string Of(NormLevel level) => text["Level_" + NormWords.Of(level)];

    internal string Of(EvidenceKind kind) => text["Kind_" + NormWords.Of(kind)];

    /// <summary>How a level looks; the word beside it says the same.</summary>
    internal static string? Tone(NormLevel level) => level switch
    {
        NormLevel.InPlace => "good",
        NormLevel.PartlyInPlace => "warn",
        NormLevel.NotInPlace => "warn",
        _ => "muted",
    };

    internal static string TextOf(Norm norm) => LawLabels.Japanese ? norm.Ja : norm.En;

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Names the kind of data that sharing rules open.</summary>
    internal static string SayKind() => _text.GetString("DataKind", CultureInfo.CurrentUICulture) ?? NormRights.DataKind;

    /// <summary>Names the register in the side navigation.</summary>
    internal static string SayTitle() => _text.GetString("Title", CultureInfo.CurrentUICulture) ?? "";

    /// <summary>What is wrong with a field of a form, in the language of the page; null when nothing is.</summary>
    internal string? Wrong(IEnumerable<WrongAskException> problems, string field) => problems.Any(problem => problem.Parameter == field) ? text["Wrong_" + field].Value : null;
}
