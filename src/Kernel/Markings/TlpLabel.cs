namespace Noroshi.Kernel;

/// <summary>The written form of a <see cref="Tlp"/> marking.</summary>
public static class TlpLabel
{
    private static readonly string[] Labels = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"];

    /// <summary>The label as the standard writes it, for example <c>TLP:AMBER+STRICT</c>.</summary>
    public static string Label(this Tlp marking) => Labels[(int)marking];

    /// <summary>Reads a label, with or without <c>TLP:</c>, either case. TLP 1.0's WHITE is refused: the sender must say what is meant.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Tlp marking)
    {
        for (var index = 0; index < Labels.Length; index++)
        {
            marking = (Tlp)index;
            if (text.Equals(Labels[index], StringComparison.OrdinalIgnoreCase)) return true;
            if (text.Equals(Labels[index].AsSpan(4), StringComparison.OrdinalIgnoreCase)) return true;
        }

        marking = default;
        return false;
    }
}
