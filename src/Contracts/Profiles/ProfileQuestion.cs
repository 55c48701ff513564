using System.Globalization;
using System.Security.Claims;
using Noroshi.Kernel;

namespace Noroshi.Contracts;

/// <summary>What a profile is asked for.</summary>
/// <param name="OwnState">The state that runs the node: "us".</param>
/// <param name="State">The state the profile is of; never <paramref name="OwnState"/>.</param>
/// <param name="Day">The day it speaks of: what is in force, what is overdue.</param>
/// <param name="Language">Japanese or English; every text is worded in it.</param>
/// <param name="Person">
/// Whose rights count. Null only on the command line, where whoever may open the data folder reads all of it; a page or an address always
/// names the person.
/// </param>
public sealed record ProfileQuestion(CountryCode OwnState, CountryCode State, DateOnly Day, CultureInfo Language, ClaimsPrincipal? Person);
