using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>Who do I call for a function in a state at a moment?</summary>
/// <param name="State">Which state.</param>
/// <param name="Function">What for.</param>
/// <param name="At">When.</param>
/// <param name="Languages">What the caller speaks, as BCP 47 tags, best first; empty where not said.</param>
internal sealed record WhoQuestion(CountryCode State, ContactFunction Function, DateTimeOffset At, IReadOnlyList<string> Languages);
