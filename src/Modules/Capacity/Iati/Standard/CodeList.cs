namespace Noroshi.Capacity.Iati.Standard;

/// <summary>The codes that an attribute may have.</summary>
internal sealed class CodeList
{
    private readonly ulong[] _codes;

    /// <summary>A list.</summary>
    /// <param name="name">As the standard calls it.</param>
    /// <param name="codes">Its codes, of at most eight letters each, with blanks between.</param>
    internal CodeList(string name, string codes)
    {
        Name = name;
        Codes = codes.Split(' ');
        _codes = [.. Codes.Select(code => Pack(System.Text.Encoding.ASCII.GetBytes(code)))];
    }

    internal string Name { get; }

    internal IReadOnlyList<string> Codes { get; }

    internal bool Has(ReadOnlySpan<byte> code) => code.Length is > 0 and <= 8 && _codes.AsSpan().Contains(Pack(code));

    // A code is compared as one number: this runs for nearly every element of a file.
    private static ulong Pack(ReadOnlySpan<byte> code)
    {
        var packed = 0UL;
        foreach (var letter in code) packed = (packed << 8) | letter;
        return packed;
    }
}
