using Noroshi.Contracts;

namespace Noroshi.Node.Demo;

/// <summary>Somebody of the exercise: fictional, one for each role.</summary>
/// <param name="Name">What they sign in as.</param>
/// <param name="DisplayName">What others see, in both languages.</param>
/// <param name="Organisation">Id of whom they work for.</param>
/// <param name="Role">What they may do.</param>
internal sealed record DemoPerson(string Name, string DisplayName, string Organisation, Role Role);
