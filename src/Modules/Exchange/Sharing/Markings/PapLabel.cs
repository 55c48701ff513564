namespace Noroshi.Exchange.Sharing;

/// <summary>The written form of a <see cref="Pap"/> level.</summary>
internal static class PapLabel
{
    private static readonly string[] _labels = ["PAP:CLEAR", "PAP:GREEN", "PAP:AMBER", "PAP:RED"];

    /// <summary>For example <c>PAP:AMBER</c>.</summary>
    public static string Label(this Pap level) => _labels[(int)level];

    /// <summary>Reads a whole label, either case; WHITE is the older word for CLEAR.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Pap level)
    {
        for (var index = 0; index < _labels.Length; index++)
        {
            level = (Pap)index;
            if (text.Equals(_labels[index], StringComparison.OrdinalIgnoreCase)) return true;
        }

        level = Pap.Clear;
        return text.Equals("PAP:WHITE", StringComparison.OrdinalIgnoreCase);
    }
}
