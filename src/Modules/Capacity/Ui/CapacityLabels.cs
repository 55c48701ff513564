using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Matching;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Ui;

/// <summary>Says states, topics, codes, levels and figures in the language of the request.</summary>
internal sealed class CapacityLabels(IStringLocalizer<CapacityText> text, IStateNames names, ModelLibrary library)
{
    private static readonly ResourceManager _text = new(typeof(CapacityText));

    internal static bool Japanese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja";

    /// <summary>Every recorded state and territory by its name.</summary>
    internal IReadOnlyList<CountryCode> AllStates => [.. names.Codes.OrderBy(State, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true))];

    internal string State(CountryCode code) => code.IsKnown ? names.NameOf(code, CultureInfo.CurrentUICulture) : text["NotRecorded"];

    internal string States(IEnumerable<CountryCode> codes) => string.Join(text["ListComma"], codes.Select(State));

    internal string Topic(string code) => library.Topic(code) is { } topic ? $"{code} {topic.Name.In(Japanese)}" : code;

    internal string Area(string area) => text["Area_" + area];

    internal string Sector(Share share) => share.Vocabulary switch
    {
        "99" => Topic(share.Code),
        "1" => text["DacSector", share.Code],
        _ => text["OtherSector", share.Vocabulary, share.Code],
    };

    /// <summary>A code with its share, as far as it is known.</summary>
    internal string Percent(string named, decimal? percent) => percent is { } known ? text["Percent", named, known] : text["PercentUnknown", named];

    internal string Currency(string currency) => currency.Length > 0 ? currency : text["CurrencyUnknown"];

    /// <summary>What kind of money a line is; kinds of the standard that the registry does not enter are shown by their code.</summary>
    internal string Money(string type) => type.StartsWith("iati-", StringComparison.Ordinal) ? text["MoneyOther", type[5..]] : Word("money", type);

    internal string Of(EntryKind kind) => text["Kind_" + FieldWords.Of(kind)];

    internal string Of(HardFilter filter) => text["Filter_" + FieldWords.Of(filter)];

    /// <summary>A word of a field of an entry; the types of organisations and of money are two lists under one name.</summary>
    internal string Word(EntryKind kind, FieldRule rule, string word) => Word(rule.Name == "type" ? FieldWords.Of(kind) : rule.Name, word);

    /// <summary>A word of a choice, such as a status or a type.</summary>
    internal string Word(string field, string word) => word.Length == 0 ? text["NotRecorded"] : text[$"Word_{field}_{word}"];

    internal string Date(PartialDate? date) => date?.ToString() ?? text["DateUnknown"];

    internal string Dates(PartialDate? start, PartialDate? end) => $"{Date(start)} – {Date(end)}";

    internal string Age(Assessment one, DateOnly today) => one.Age(today) switch
    {
        0 => text["AgeUnderOne"],
        1 => text["AgeOne"],
        var years => text["AgeYears", years],
    };

    /// <summary>A level as the model writes it, with its name and bounds where they are known.</summary>
    internal string Level(AssessmentModel model, Score score) =>
        (model.Level(score.Level) is { } named ? text["LevelNamed", score.Level, named.Name.In(Japanese)] : text["LevelPercent", score.Level])
        + (score.Low is null ? "" : text["LevelBounds", score.Low, score.High!].Value);

    /// <summary>What a node is called, or is about in our own words; the code alone where neither is kept.</summary>
    internal string Node(AssessmentModel model, string code) => code == AssessmentModel.Whole ? text["Whole"] : model.Node(code)?.Shown.In(Japanese) is { Length: > 0 } said ? said : code;

    internal static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    internal static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    internal static string Share(double share) => share.ToString("0.00", CultureInfo.CurrentCulture);

    internal string Figure(decimal? figure) => figure?.ToString("#,##0.######", CultureInfo.CurrentCulture) ?? text["NotRecorded"];

    internal string Figure(Effect.Figure? figure) => figure is null ? text["NotRecorded"]
        : Figure(figure.Value) + (figure.Low is null && figure.High is null ? "" : text["FigureBounds", Figure(figure.Low), Figure(figure.High)].Value);

    /// <summary>The language of a text where it is not that of the page.</summary>
    internal static string? Other(string language) => language == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName ? null : language;

    /// <summary>What is wrong with a field of a form, in the language of the page; null when nothing is.</summary>
    internal string? Wrong(IEnumerable<WrongAskException> problems, FieldRule rule) => problems.FirstOrDefault(problem => problem.Parameter == rule.Name) is not { } found ? null
        : found.Wrong.EndsWith("is missing.", StringComparison.Ordinal) ? text["Wrong_missing"].Value
        : found.Wrong.StartsWith("Neither", StringComparison.Ordinal) ? text["Wrong_either", text["Field_" + rule.Name].Value, text["Field_" + rule.OrElse].Value].Value
        : found.Wrong.Contains("read-only", StringComparison.Ordinal) ? text["Wrong_block"].Value
        : found.Wrong.Contains("between its bounds", StringComparison.Ordinal) ? text["Wrong_bounds"].Value
        : text["Wrong_" + rule.Form.ToString().ToLowerInvariant()].Value;

    /// <summary>Names the kind of data that sharing rules open.</summary>
    internal static string SayKind() => Say("DataKind");

    /// <summary>The English words, for the command line.</summary>
    internal static string English(string key) => _text.GetString(key, CultureInfo.InvariantCulture) ?? key;

    internal static string Say(string key) => _text.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
