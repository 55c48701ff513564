using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Which brief is wanted.</summary>
/// <param name="State">The other state.</param>
/// <param name="Day">The day it speaks of.</param>
/// <param name="Marking">How far it may travel.</param>
/// <param name="Language">Language of every text in it.</param>
internal sealed record BriefAsk(CountryCode State, DateOnly Day, Tlp Marking, CultureInfo Language);
