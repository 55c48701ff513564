using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>Names of states, territories and listed entities by their code, in the reader's language.</summary>
public interface IStateNames
{
    /// <summary>
    /// The display name in Japanese or English (any other culture reads English). A code without a recorded name is shown as the
    /// code itself; <see cref="CountryCode.Unknown"/> as "Unknown" or 「不明」.
    /// </summary>
    string NameOf(CountryCode code, CultureInfo culture);

    /// <summary>Every recorded code, in code order.</summary>
    IReadOnlyList<CountryCode> Codes { get; }
}
