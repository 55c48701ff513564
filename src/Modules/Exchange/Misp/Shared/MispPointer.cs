using System.Globalization;

namespace Noroshi.Exchange.Misp;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class MispPointer
{
    /// <summary>A name as a step of a pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The place of a member.</summary>
    public static string Member(string parent, string name) => $"{parent}/{Escape(name)}";

    /// <summary>The place of an item.</summary>
    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
