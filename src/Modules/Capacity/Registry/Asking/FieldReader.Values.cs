using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>How single values and lists are read.</summary>
internal sealed partial class FieldReader
{
    private const int Most = 60;

    private static PartialDate Date(string text, string field) =>
        PartialDate.TryParse(text, out var date) ? date : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not a date that exists.", "Write 2026-03-14, or 2026-03 or 2026 where no more is known.");

    private string State(string text, string field) =>
        CountryCode.TryParse(text, out var code) && _states.Contains(code) ? code.ToString() : throw new WrongAskException(field, $"There is no state with the code '{WrongAskException.Cut(text)}'.", "Use two letters (ISO 3166-1 alpha-2), for example PH; the list is at /states.");

    private string Topic(string text, string field) => Known(library.Topic(text) is not null, field, text, "The list of topics is at /capacity/topics.");

    private static string Language(string text, string field) =>
        text.Length == 2 && text.All(char.IsAsciiLetter) ? text.ToLowerInvariant() : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not a language.", "Use two letters (ISO 639-1), for example en.");

    private string Reference(string text, FieldRule rule) =>
        record.Has(rule.Of!.Value, text) ? text : throw new WrongAskException(rule.Name, $"There is no {FieldWords.Of(rule.Of.Value)} '{WrongAskException.Cut(text)}'.", "Give the id of an entry, for example C-12; the list is at /capacity/entries.");

    /// <summary>A sector as it is kept, with its vocabulary: five digits are a purpose code of the DAC.</summary>
    private string Sector(string text, string field)
    {
        var code = text.StartsWith("99:", StringComparison.Ordinal) ? text[3..] : text.StartsWith("1:", StringComparison.Ordinal) ? text[2..] : text;
        return code.Length == 5 && code.All(char.IsAsciiDigit) ? "1:" + code : "99:" + Topic(code, field);
    }

    private static string Figure(string text, string field, int decimals)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal);
        return plain.Length <= 24 && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) && decimal.Round(figure, decimals) == figure && Math.Abs(figure) < 1e15m
            ? figure.ToString("0.######", CultureInfo.InvariantCulture)
            : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not a figure.", $"Write digits with a point and at most {decimals} decimals, for example 1250000.50.");
    }

    private static string Several(string text, string field, Func<string, string, string> read)
    {
        var all = AskedList.Of(text).Select(one => read(one, field)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return all.Count <= Most ? string.Join(' ', all) : throw new WrongAskException(field, $"{all.Count} values are more than a field can name.", $"Name at most {Most}.");
    }

    private static string Names(string text, string field)
    {
        var all = text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        return all.Count is > 0 and <= Most ? string.Join("; ", all) : throw new WrongAskException(field, $"{all.Count} names cannot be kept.", $"Name from 1 to {Most}, separated by semicolons.");
    }

    /// <summary>Shares that sum to 100 in each vocabulary; what stands alone may leave out its 100.</summary>
    private static string Shares(string text, string field, Func<string, string, string> read)
    {
        const string remedy = "Write code and percent, separated by semicolons: PH 60; VN 40.";
        var parts = text.Split([';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => part.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (parts.Count is 0 or > Most || parts.Exists(part => part.Length is 0 or > 2)) throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' cannot be read as shares.", remedy);
        var shares = parts.Select(part => (Code: read(part[0], field), Percent: part.Length == 2 ? Percent(part[1], field) : (decimal?)null)).ToList();
        if (shares.DistinctBy(share => share.Code).Count() < shares.Count) throw new WrongAskException(field, "A code is named twice.", "Name each once, with its whole share.");
        var kept = new List<string>();
        foreach (var vocabulary in shares.GroupBy(share => share.Code.Contains(':', StringComparison.Ordinal) ? share.Code[..share.Code.IndexOf(':', StringComparison.Ordinal)] : ""))
        {
            var rows = vocabulary.ToList();
            if (rows.Count > 1 && rows.Exists(row => row.Percent is null)) throw new WrongAskException(field, "A share is missing.", remedy);
            if (rows.Sum(row => row.Percent ?? 100) != 100) throw new WrongAskException(field, FormattableString.Invariant($"The shares sum to {rows.Sum(row => row.Percent ?? 100)} percent."), "Shares of one vocabulary must sum to exactly 100.");
            kept.AddRange(rows.Select(row => FormattableString.Invariant($"{row.Code} {row.Percent ?? 100:0.##}")));
        }

        return string.Join("; ", kept);
    }

    private static decimal Percent(string text, string field) =>
        decimal.TryParse(text.TrimEnd('%', '％'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 100 && decimal.Round(percent, 2) == percent
            ? percent
            : throw new WrongAskException(field, $"'{WrongAskException.Cut(text)}' is not a share.", "Write a number above 0 up to 100 with at most two decimals.");
}
