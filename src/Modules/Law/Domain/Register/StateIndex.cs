using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Gives every state, territory and side a small number, so that answers about them lie in arrays.</summary>
internal sealed class StateIndex
{
    private readonly short[] _byCode = new short[ushort.MaxValue + 1];
    private readonly CountryCode[] _codes;

    public StateIndex(IEnumerable<CountryCode> codes)
    {
        _codes = [.. codes.Append(Union).Distinct().Order()];
        Array.Fill(_byCode, (short)-1);
        for (var at = 0; at < _codes.Length; at++) _byCode[_codes[at].Packed] = (short)at;
    }

    /// <summary>The code under which the European Union is a side.</summary>
    public static CountryCode Union { get; } = CountryCode.Parse("EU");

    public int Count => _codes.Length;

    /// <summary>The number of a code, or -1.</summary>
    public int Of(CountryCode code) => _byCode[code.Packed];

    public CountryCode At(int number) => _codes[number];
}
